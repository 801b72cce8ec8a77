// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::vector and std::array of any type that has a codec: an array. Nested ones are arrays of more dimensions, whose
// rows have one length each. NULL elements need std::optional elements. PostgreSQL counts from 1 unless told otherwise:
// of an array whose first index is another one they hold the elements, and any_array (types/any_array.hpp) the index,
// too.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/types/array_head.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/elsewhere.hpp>
#include <pgmodel/types/text.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel {
namespace detail {

template <class T>
concept array_element = composite_value<unwrapped<T>> || requires { sizeof(codec<unwrapped<T>>::array_type); };

/// What an array is made of: its innermost elements, optional or not, and the number of its dimensions.
template <class A>
struct array_shape {
    static constexpr int dimensions = 0;
};
template <class Row>
struct array_shape_of {
    using element = typename array_shape<Row>::element;
    static constexpr int dimensions = array_shape<Row>::dimensions + 1;
    static constexpr bool any = false;
};
template <array_element T>
struct array_shape_of<T> {
    using element = T;
    static constexpr int dimensions = 1;
    static constexpr bool any = false;
};
/// What an array becomes where its length changes, or its elements do.
template <class Array, class Item, int Dimensions = 1>
struct list_like : list_like<Array, std::vector<Item>, Dimensions - 1> {};
template <class Array, class Item>
struct list_like<Array, Item, 0> {
    using type = Item;
};
template <class T>
    requires(array_element<T> || array_shape<T>::dimensions > 0)
struct array_shape<std::vector<T>> : array_shape_of<T> {};
template <class T>
inline constexpr bool unsigned_64<std::vector<T>> = unsigned_64<T>;
template <class T, std::size_t N>
    requires(N > 0 && (array_element<T> || array_shape<T>::dimensions > 0))
struct array_shape<std::array<T, N>> : array_shape_of<T> {};

template <class A>
concept array_value = (array_shape<A>::dimensions > 0);
/// All others are arrays of a length that is part of the type.
template <class A>
inline constexpr bool is_vector = requires(A& values) { values.clear(); };

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

/// Not 0 if a byte of the block is a quote or a backslash.
template <class Block>
constexpr Block escape_bits(Block block) {
    constexpr auto ones = static_cast<Block>(0x0101010101010101);
    const Block quote = block ^ (ones * '"'), backslash = block ^ (ones * '\\');
    return (((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)) & static_cast<Block>(ones << 7);
}
/// Does the text hold a quote or a backslash?
inline bool has_escapes(std::string_view text) {
    const auto read = [&text]<class Block>(std::size_t at, Block block) {
        __builtin_memcpy(&block, text.data() + at, sizeof block);
        return std::uint64_t{block};
    };
    if (text.size() < 4) {
        bool found = false;
        for (char c : text) found |= c == '"' || c == '\\';
        return found;
    }
    if (text.size() < 8)
        return escape_bits(read(0, std::uint32_t{}) | read(text.size() - 4, std::uint32_t{}) << 32) != 0;
    std::uint64_t found = escape_bits(read(text.size() - 8, std::uint64_t{}));
    for (std::size_t at = 0; at + 8 < text.size(); at += 8) found |= escape_bits(read(at, std::uint64_t{}));
    return found != 0;
}

/// An element of an array's text form, in quotes.
inline void write_quoted_element(std::string_view text, writer& out) {
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
/// Two parts of a text, which overlap where it is shorter than both.
template <class Block>
bool write_short_element(std::string_view text, writer& out) {
    Block first, last;
    const std::size_t behind = text.size() - sizeof(Block);
    __builtin_memcpy(&first, text.data(), sizeof first);
    __builtin_memcpy(&last, text.data() + behind, sizeof last);
    if (special_bits(first) | special_bits(last) | escape_bits(first) | escape_bits(last)) return false;
    char* const to = out.reserve(text.size() + 2);
    *to = '"';
    __builtin_memcpy(to + 1, &first, sizeof first);
    __builtin_memcpy(to + 1 + behind, &last, sizeof last);
    to[text.size() + 1] = '"';
    return true;
}
/// The same at once for most short texts: of 4 to 16 bytes, all of them ASCII, without anything to escape. False for
/// others.
inline bool write_short_element(std::string_view text, writer& out) {
    if (text.size() - 4 > 12) return false;
    return text.size() < 8 ? write_short_element<std::uint32_t>(text, out)
                           : write_short_element<std::uint64_t>(text, out);
}
/// What stands between values of a type in an array's text: a domain has it from what it is made of.
template <class T>
constexpr char separator_of() {
    if constexpr (requires { codec<T>::separator; }) return codec<T>::separator;
    else if constexpr (requires { &codec<T>::unwrap; }) return separator_of<typename codec<T>::value>();
    else return ',';
}
/// In quotes only where PostgreSQL would misread it: a comma is no separator of boxes.
inline void write_array_element(std::string_view text, char separator, writer& out) {
    bool plain = !text.empty();
    for (std::size_t i = 0; plain && i < text.size(); ++i)
        plain = (!special_in_array.is[static_cast<unsigned char>(text[i])] || (text[i] == ',' && separator != ',')) &&
                text[i] != separator;
    if (text.size() == 4)  // the word NULL in any case
        plain &=
            (text[0] | 0x20) != 'n' || (text[1] | 0x20) != 'u' || (text[2] | 0x20) != 'l' || (text[3] | 0x20) != 'l';
    if (plain) out.bytes(text);
    else write_quoted_element(text, out);
}
/// At least as much as it takes: at most two bytes more, or about twice as much, which is known without a look at the
/// text.
inline std::size_t array_element_size(std::string_view text, bool exactly) {
    std::size_t size = text.size() + 2;
    if (!exactly) return size + text.size();
    if (has_escapes(text)) [[unlikely]]
        for (char c : text) size += c == '"' || c == '\\';
    return size;
}

}  // namespace detail

template <detail::array_value A>
struct codec<A> : detail::array_declared<codec<detail::unwrapped<typename detail::array_shape<A>::element>>> {
    using item = typename detail::array_shape<A>::element;
    using element = detail::unwrapped<item>;
    using element_codec = codec<element>;
    static constexpr int dimensions = detail::array_shape<A>::dimensions;
    static_assert(dimensions <= 6, "pgmodel: PostgreSQL's arrays have at most 6 dimensions");
    using shape = std::int32_t[std::size_t{dimensions}];  ///< the length of each dimension
    static constexpr type_ref type = element_codec::array_type;

    static constexpr bool accepts(oid id) {
        const oid element_id = detail::element_of_array(id);
        return element_id != 0 && detail::codec_accepts<element>(element_id);
    }

    static std::size_t size(const A& values) {
        return values.empty() ? 12 : detail::add_sizes(12 + 8 * std::size_t{dimensions}, size_of(values));
    }

    static void encode(const A& values, writer& to) {
        shape lengths;
        measure(values, lengths);
        writer out = to;  // a compiler takes every byte that is written for a part of `to`
        out.write(std::int32_t{values.empty() ? 0 : dimensions});
        out.write(std::int32_t{has_null(values)});
        out.write(out.id_of(detail::element_type_of<element_codec>()));
        if (values.empty()) {
            to = out;
            return;
        }
        for (const auto length : lengths) {
            out.write(length);
            out.write(std::int32_t{1});  // lower bound
        }
        encode_all(values, out);
        to = out;
    }

    static A decode(reader in) {
        shape lengths{};
        check_element(detail::read_array_head(in, lengths, dimensions).element);
        A values{};
        decode_all(values, in, lengths);
        in.finish();
        return values;
    }

    static std::string text(const A& values) { return detail::array_text<false, codec>(values); }
    static std::string sent_text(const A& values) { return detail::array_text<true, codec>(values); }
    /// At least as much as write_text() writes, and not much more if it is wanted exactly.
    template <bool Quoted = true>
    static std::size_t text_size(const A& values, bool exactly) {
        shape lengths;
        measure(values, lengths);
        return text_size_of<Quoted>(values, exactly);
    }
    /// For the server's eyes: texts are in quotes, which is faster than to ask whether they need them.
    template <bool Quoted = true, class List>
    static void write_text(const List& values, writer& out) {
        out.write('{');
        bool first = true;
        for (auto&& value : values) {
            if (!std::exchange(first, false)) out.write(separator);
            if constexpr (!is_row<List>) write_text<Quoted>(value, out);
            else if constexpr (!detail::is_optional<item>) write_element_text<Quoted>(value, out);
            else if (value) write_element_text<Quoted>(*value, out);
            else out.bytes("NULL");
        }
        out.write('}');
    }

private:
    friend struct codec<any_array<item>>;

    static void check_element([[maybe_unused]] oid id) {
        if constexpr (detail::element_type_of<element_codec>().id != 0)
            if (!detail::codec_accepts<element>(id)) [[unlikely]]
                detail::fail_value("an array of another element type");
    }
    // Of the types that travel from where they are, only bytea (17) has another text.
    static constexpr bool has_view =
        requires(const element& value) { element_codec::view(value); } && element_codec::type.id != 17;
    static constexpr char separator = detail::separator_of<element>();
    template <class List>
    static constexpr bool is_row = std::is_same_v<typename List::value_type, item>;

    /// The length of each dimension, the same in all rows.
    static void measure(const A& values, shape& lengths) {
        lengths[0] = static_cast<std::int32_t>(values.size());
        if constexpr (dimensions > 1) {
            for (int i = 1; i < dimensions; ++i) lengths[i] = -1;
            measure_rows(values, lengths + 1);
            for (int i = 1; i < dimensions; ++i)
                if (!values.empty() && lengths[i] <= 0) [[unlikely]]
                    detail::fail_array_rows(true);
        }
    }
    template <class List>
    static void measure_rows(const List& values, std::int32_t* length) {
        for (const auto& row : values) {
            const auto size = static_cast<std::int32_t>(row.size());
            if (*length >= 0 && *length != size) [[unlikely]]
                detail::fail_array_rows(false);
            *length = size;
            if constexpr (!is_row<typename List::value_type>) measure_rows(row, length + 1);
        }
    }
    template <class List>
    static bool has_null(const List& values) {
        bool found = false;
        if constexpr (!is_row<List>)
            for (const auto& row : values) found |= has_null(row);
        else if constexpr (detail::is_optional<item>)
            for (const auto& value : values) found |= !value;
        return found;
    }

    template <class List>
    static std::size_t size_of(const List& values) {
        std::size_t total = is_row<List> ? detail::size_of_lengths(values.size()) : 0;
        for (auto&& value : values) {
            if constexpr (!is_row<List>) total = detail::add_sizes(total, size_of(value));
            else if constexpr (!detail::is_optional<item>) total = detail::add_sizes(total, element_codec::size(value));
            else if (value) total = detail::add_sizes(total, element_codec::size(*value));
        }
        return total;
    }
    template <class List>
    static void encode_all(const List& values, writer& out) {
        for (auto&& value : values) {
            if constexpr (!is_row<List>) encode_all(value, out);
            else if constexpr (!detail::is_optional<item>) encode_element(value, out);
            else if (value) encode_element(*value, out);
            else out.write(std::int32_t{-1});
        }
    }
    static void encode_element(const element& value, writer& out) {
        out.write(static_cast<std::int32_t>(element_codec::size(value)));
        element_codec::encode(value, out);
    }

    template <class List>
    static void decode_all(List& values, reader& in, const std::int32_t* length) {
        const auto count = static_cast<std::size_t>(*length);
        if constexpr (detail::is_vector<List>) {
            values.reserve(count);
            for (std::size_t i = 0; i < count; ++i) {
                // Texts, which nearly all arrays are made of, without a move.
                if constexpr (std::is_same_v<List, std::vector<std::string>>)
                    values.emplace_back(detail::read_text(element_there(in)));
                else if constexpr (is_row<List>) values.push_back(decode_item(in));
                else decode_all(values.emplace_back(), in, length + 1);
            }
        } else {
            if (count != values.size()) [[unlikely]]
                detail::fail_value("an array of another length than the C++ type");
            for (auto& value : values) {
                if constexpr (is_row<List>) value = decode_item(in);
                else decode_all(value, in, length + 1);
            }
        }
    }
    static item decode_item(reader& in) {
        if constexpr (detail::is_optional<item>) {
            reader behind = in;
            if (behind.read<std::int32_t>() == -1) {
                in = behind;
                return std::nullopt;
            }
        }
        return element_codec::decode(element_there(in));
    }
    /// The next element, which is not NULL.
    static reader element_there(reader& in) {
        const auto length = in.read<std::int32_t>();
        if (length < 0) [[unlikely]]
            detail::fail_value(length == -1 ? "a NULL element; use elements of std::optional"
                                            : "an array element of negative length");
        const std::string_view data = in.bytes(static_cast<std::size_t>(length));
        return {data.data(), data.size()};
    }

    template <bool Quoted, class List>
    static std::size_t text_size_of(const List& values, bool exactly) {
        std::size_t size = 2;
        for (auto&& value : values) {
            if constexpr (!is_row<List>) size += 1 + text_size_of<Quoted>(value, exactly);
            else if constexpr (!detail::is_optional<item>) size += 1 + element_text_size<Quoted>(value, exactly);
            else size += 1 + (value ? element_text_size<Quoted>(*value, exactly) : 4);
        }
        return size;
    }
    template <bool Quoted>
    static std::size_t element_text_size(const element& value, bool exactly) {
        // The text is checked when it is written.
        if constexpr (has_view && std::is_convertible_v<const element&, std::string_view>)
            return detail::array_element_size(static_cast<std::string_view>(value), exactly);
        else if constexpr (has_view) return detail::array_element_size(element_codec::view(value), exactly);
        else return detail::array_element_size(detail::text_within<Quoted>(value), exactly);
    }
    template <bool Quoted>
    static void write_element_text(const element& value, writer& out) {
        if constexpr (std::is_same_v<element, std::string> && Quoted)
            if (detail::write_short_element(value, out)) return;
        if constexpr (has_view && Quoted) detail::write_quoted_element(element_codec::view(value), out);
        else if constexpr (has_view) detail::write_array_element(element_codec::view(value), separator, out);
        else detail::write_array_element(detail::text_within<Quoted>(value), separator, out);
    }
};

}  // namespace pgmodel
