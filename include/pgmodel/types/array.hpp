// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::vector of any type that has a codec: a one-dimensional array. NULL elements need std::vector<std::optional<T>>.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <cstdint>
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

/// Appends an element of an array's text form, in quotes where PostgreSQL would misread it.
inline void append_array_element(std::string& out, std::string_view text) {
    const auto is_null_word = [](std::string_view word) {
        constexpr std::string_view null = "null";
        if (word.size() != null.size()) return false;
        for (std::size_t i = 0; i < null.size(); ++i)
            if ((word[i] | 0x20) != null[i]) return false;
        return true;
    };
    constexpr std::string_view special = "{},\"\\ \t\n\r\v\f";
    if (!text.empty() && !is_null_word(text) && text.find_first_of(special) == text.npos) {
        out.append(text);
        return;
    }
    out.push_back('"');
    for (char c : text) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    out.push_back('"');
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
        std::string out = "{";
        for (auto&& value : values) {
            if (out.size() > 1) out.push_back(',');
            if constexpr (!detail::is_optional<T>) detail::append_array_element(out, element_codec::text(value));
            else if (value) detail::append_array_element(out, element_codec::text(*value));
            else out.append("NULL");
        }
        out.push_back('}');
        return out;
    }

private:
    static void encode_element(const element& value, writer& out) {
        out.write(static_cast<std::int32_t>(element_codec::size(value)));
        element_codec::encode(value, out);
    }
};

}  // namespace pgmodel
