// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::vector of any type that has a codec: a one-dimensional array. NULL elements need std::vector<std::optional<T>>.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel {
namespace detail {

template <class T>
concept array_element = requires { codec<unwrapped<T>>::array_type; };

/// The element type of the built-in array types whose elements a codec may accept beside its own; 0 for others.
constexpr oid element_of_array(oid id) {
    constexpr struct {
        oid array, element;
    } known[]{{1009, 25}, {1015, 1043}, {1014, 1042}, {1003, 19}, {1002, 18}, {1005, 21},  {1007, 23},
              {1016, 20}, {1021, 700},  {1022, 701},  {199, 114}, {3807, 3802}};
    for (const auto& pair : known)
        if (pair.array == id) return pair.element;
    return 0;
}

/// The declared type of an array whose element's has modifiers: `numeric(10,2)[]`.
template <class Codec>
struct array_declared {};
template <class Codec>
    requires requires { Codec::declared; }
struct array_declared<Codec> {
    static constexpr auto buffer = [] {
        text_buffer<Codec::declared.size() + 2> out;
        out.append(Codec::declared);
        out.append("[]");
        return out;
    }();
    static constexpr std::string_view declared = buffer.view();
};

/// Characters that PostgreSQL takes for something else in an array's text form, outside of quotes.
struct array_specials {
    bool is[256]{};
    constexpr array_specials() {
        for (char c : std::string_view{"{},\"\\ \t\n\r\v\f"}) is[static_cast<unsigned char>(c)] = true;
    }
};
inline constexpr array_specials special_in_array{};

/// Does the text hold a quote or a backslash?
inline bool has_escapes(std::string_view text) {
    const auto is_escape = [](std::uint64_t block) {
        constexpr std::uint64_t ones = 0x0101010101010101, highs = ones << 7;
        const auto quote = block ^ (ones * '"'), backslash = block ^ (ones * '\\');
        return (((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)) & highs;
    };
    const auto read = [&text](std::size_t at) {
        std::uint64_t block;
        std::memcpy(&block, text.data() + at, sizeof block);
        return block;
    };
    if (text.size() < 8) {
        bool found = false;
        for (char c : text) found |= c == '"' || c == '\\';
        return found;
    }
    std::uint64_t found = is_escape(read(text.size() - 8));
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) found |= is_escape(read(at));
    return found != 0;
}

/// An element of an array's text form, in quotes where PostgreSQL would misread it.
inline void write_array_element(std::string_view text, writer& out) {
    bool plain = !text.empty();
    for (std::size_t i = 0; plain && i < text.size(); ++i) plain = !special_in_array.is[static_cast<unsigned char>(text[i])];
    if (text.size() == 4)  // the word NULL in any case
        plain &= (text[0] | 0x20) != 'n' || (text[1] | 0x20) != 'u' || (text[2] | 0x20) != 'l' || (text[3] | 0x20) != 'l';
    if (plain) {
        out.bytes(text);
        return;
    }
    out.write('"');
    if (!has_escapes(text)) [[likely]]
        out.bytes(text);
    else
        for (char c : text) {
            if (c == '"' || c == '\\') out.write('\\');
            out.write(c);
        }
    out.write('"');
}
/// At least as much as it takes, and at most two bytes more.
inline std::size_t array_element_size(std::string_view text) {
    std::size_t size = text.size() + 2;
    if (has_escapes(text)) [[unlikely]]
        for (char c : text) size += c == '"' || c == '\\';
    return size;
}

}  // namespace detail

template <class T>
    requires detail::array_element<T>
struct codec<std::vector<T>> : detail::array_declared<codec<detail::unwrapped<T>>> {
    using element = detail::unwrapped<T>;
    using element_codec = codec<element>;
    static constexpr type_ref type = element_codec::array_type;

    static constexpr bool accepts(oid id) {
        const oid element_id = detail::element_of_array(id);
        return element_id != 0 && detail::codec_accepts<element>(element_id);
    }

    static std::size_t size(const std::vector<T>& values) {
        if (values.empty()) return 12;
        std::size_t total = 20 + 4 * values.size();
        for (auto&& value : values) {
            if constexpr (!detail::is_optional<T>) total += element_codec::size(value);
            else if (value) total += element_codec::size(*value);
        }
        return total;
    }

    static void encode(const std::vector<T>& values, writer& out) {
        bool has_null = false;
        if constexpr (detail::is_optional<T>)
            for (const auto& value : values) has_null |= !value;
        out.write(std::int32_t{values.empty() ? 0 : 1});  // dimensions
        out.write(std::int32_t{has_null});
        out.write(out.id_of(element_codec::type));
        if (values.empty()) return;
        out.write(static_cast<std::int32_t>(values.size()));
        out.write(std::int32_t{1});  // lower bound
        for (auto&& value : values) {
            if constexpr (!detail::is_optional<T>) encode_element(value, out);
            else if (value) encode_element(*value, out);
            else out.write(std::int32_t{-1});
        }
    }

    static std::vector<T> decode(reader in) {
        const auto dimensions = in.read<std::int32_t>();
        in.read<std::int32_t>();  // tells whether there are NULLs; each element tells it too
        const auto element_id = in.read<oid>();
        if constexpr (element_codec::type.id != 0)
            if (!detail::codec_accepts<element>(element_id)) [[unlikely]]
                detail::fail_value("an array of another element type");
        std::vector<T> values;
        if (dimensions == 0) {
            in.finish();
            return values;
        }
        if (dimensions != 1) [[unlikely]] detail::fail_value("an array of more than one dimension");
        const auto count = in.read<std::int32_t>();
        if (in.read<std::int32_t>() != 1) [[unlikely]] detail::fail_value("an array whose first index is not 1");
        // Each element has four bytes of length: a wrong count is found before memory is asked for.
        if (count < 0 || static_cast<std::size_t>(count) > in.left() / 4) [[unlikely]]
            detail::fail_value("an array with a wrong number of elements");
        values.reserve(static_cast<std::size_t>(count));
        for (std::int32_t i = 0; i < count; ++i) {
            const auto length = in.read<std::int32_t>();
            if (length >= 0) [[likely]] {
                const std::string_view data = in.bytes(static_cast<std::size_t>(length));
                values.push_back(element_codec::decode(reader{data.data(), data.size()}));
            } else if (length == -1) {
                if constexpr (detail::is_optional<T>) values.emplace_back();
                else detail::fail_value("a NULL element; use std::vector<std::optional<T>>");
            } else {
                detail::fail_value("an array element of negative length");
            }
        }
        in.finish();
        return values;
    }

    static std::string text(const std::vector<T>& values) {
        std::string out(text_size(values), '\0');
        writer to{out.data()};
        write_text(values, to);
        out.resize(static_cast<std::size_t>(to.position() - out.data()));
        return out;
    }
    /// At least as much as write_text() writes.
    static std::size_t text_size(const std::vector<T>& values) {
        std::size_t size = 2;
        for (auto&& value : values) {
            if constexpr (!detail::is_optional<T>) size += 1 + element_text_size(value);
            else size += 1 + (value ? element_text_size(*value) : 4);
        }
        return size;
    }
    static void write_text(const std::vector<T>& values, writer& out) {
        out.write('{');
        bool first = true;
        for (auto&& value : values) {
            if (!std::exchange(first, false)) out.write(',');
            if constexpr (!detail::is_optional<T>) write_element_text(value, out);
            else if (value) write_element_text(*value, out);
            else out.bytes("NULL");
        }
        out.write('}');
    }

private:
    // Of the types that travel from where they are, only bytea (17) has another text.
    static constexpr bool has_view =
        requires(const element& value) { element_codec::view(value); } && element_codec::type.id != 17;

    static std::size_t element_text_size(const element& value) {
        if constexpr (has_view) return detail::array_element_size(element_codec::view(value));
        else return detail::array_element_size(element_codec::text(value));
    }
    static void write_element_text(const element& value, writer& out) {
        if constexpr (has_view) detail::write_array_element(element_codec::view(value), out);
        else detail::write_array_element(element_codec::text(value), out);
    }
    static void encode_element(const element& value, writer& out) {
        out.write(static_cast<std::int32_t>(element_codec::size(value)));
        element_codec::encode(value, out);
    }
};

}  // namespace pgmodel
