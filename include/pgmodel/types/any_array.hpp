// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An array of any shape, as PostgreSQL can store it in a column of type `T[]`: of no to six dimensions, counted from
// any first index. `#include <pgmodel/types/any_array.hpp>`
#pragma once

#include <pgmodel/types/array.hpp>
#include <pgmodel/types/hash.hpp>
#include <pgmodel/types/stream.hpp>

#include <array>
#include <compare>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel {

/// How many elements an array has in one direction, and the index of the first of them.
struct array_dimension {
    std::int32_t length{};
    std::int32_t first = 1;

    constexpr auto operator<=>(const array_dimension&) const = default;
};

/// The elements of an array with its dimensions and their first indexes; NULL elements need `std::optional<U>` as `T`.
/// A column of a `std::vector` of as many dimensions as that has reads the same arrays, but counts them from 1.
template <class T>
class any_array {
    static_assert(detail::array_element<T>,
                  "pgmodel: any_array holds elements of a type that pgmodel knows, and no arrays: its dimensions are "
                  "values");

public:
    /// The empty array, which has no dimensions.
    any_array() = default;
    /// Of one dimension. Throws `usage_error` for more elements than there are indexes.
    any_array(std::vector<T> values, std::int32_t first = 1) : values_(std::move(values)) {
        if (!values_.empty()) dimensions_.push_back({static_cast<std::int32_t>(values_.size()), first});
        check();
    }
    /// Of several, with the elements row by row. Throws `usage_error` where the lengths do not make as many elements,
    /// and for more than six dimensions.
    any_array(std::vector<T> values, std::vector<array_dimension> dimensions)
        : dimensions_(std::move(dimensions)), values_(std::move(values)) {
        check();
    }

    const std::vector<array_dimension>& dimensions() const { return dimensions_; }
    /// Row by row.
    const std::vector<T>& values() const& { return values_; }
    std::vector<T> values() && { return std::move(values_); }
    bool empty() const { return values_.empty(); }
    std::size_t size() const { return values_.size(); }

    /// Is there an element with these indexes, one for each dimension, as the server counts them?
    template <std::integral... Index>
    bool contains(Index... indexes) const {
        return place({static_cast<std::int64_t>(indexes)...}) < values_.size();
    }
    /// The element with these indexes; throws `usage_error` where there is none.
    template <std::integral... Index>
    T at(Index... indexes) const {
        const std::size_t found = place({static_cast<std::int64_t>(indexes)...});
        if (found >= values_.size()) [[unlikely]]
            throw usage_error{"pgmodel: the array has no element with this index"};
        return values_[found];
    }

    /// `[0:1]={a,b}`: the first indexes only where they are not 1.
    std::string to_string() const { return codec<any_array>::text(*this); }

    bool operator==(const any_array&) const = default;
    /// As the server: by elements, then by shape.
    friend auto operator<=>(const any_array& a, const any_array& b)
        requires(!detail::is_optional<T> && std::three_way_comparable<T>)
    {
        using order = std::common_comparison_category_t<std::compare_three_way_result_t<T>, std::strong_ordering>;
        if (const order by_values = a.values_ <=> b.values_; by_values != 0) return by_values;
        if (const order by_count = a.dimensions_.size() <=> b.dimensions_.size(); by_count != 0) return by_count;
        for (std::size_t i = 0; i < a.dimensions_.size(); ++i)
            if (const order by_length = a.dimensions_[i].length <=> b.dimensions_[i].length; by_length != 0)
                return by_length;
        return order(a.dimensions_ <=> b.dimensions_);
    }

private:
    friend struct codec<any_array>;

    void check() const {
        std::uint64_t count = dimensions_.empty() ? 0 : 1;
        bool fits = dimensions_.size() <= 6;
        for (const auto& [length, first] : dimensions_) {
            fits = fits && length > 0 && std::int64_t{first} + length <= 0x7FFFFFFF;
            count = fits && count <= 0x7FFFFFFF ? count * static_cast<std::uint32_t>(length) : ~std::uint64_t{0};
        }
        if (!fits || count != values_.size()) [[unlikely]]
            throw usage_error{
                "pgmodel: the dimensions of an array are not those of its elements, or more than PostgreSQL's"};
    }
    std::size_t place(std::initializer_list<std::int64_t> indexes) const {
        std::size_t found = 0, i = 0;
        if (indexes.size() != dimensions_.size()) return values_.size();
        for (const std::int64_t index : indexes) {
            const auto [length, first] = dimensions_[i++];
            if (index < first || index - first >= length) return values_.size();
            found = found * static_cast<std::size_t>(length) + static_cast<std::size_t>(index - first);
        }
        return found;
    }

    std::vector<array_dimension> dimensions_{};
    std::vector<T> values_{};
};

namespace detail {
/// One dimension is what the functions ask for that take elements, too; where it has others, the server refuses.
template <class T>
struct array_shape<any_array<T>> : array_shape_of<T> {
    static constexpr bool any = true;
};
template <class T, class Item, int Dimensions>
struct list_like<any_array<T>, Item, Dimensions> {
    using type = any_array<Item>;
};
}  // namespace detail

template <class T>
struct codec<any_array<T>> : detail::array_declared<codec<detail::unwrapped<T>>> {
    using item = T;
    using element = detail::unwrapped<item>;
    using element_codec = codec<element>;
    static constexpr type_ref type = element_codec::array_type;
    static constexpr bool accepts(oid id) { return list_codec::accepts(id); }

    static std::size_t size(const any_array<T>& value) {
        return value.empty()
                   ? 12
                   : detail::add_sizes(12 + 8 * value.dimensions().size(), list_codec::size_of(value.values()));
    }
    static void encode(const any_array<T>& value, writer& out) {
        out.write(static_cast<std::int32_t>(value.dimensions().size()));
        out.write(std::int32_t{list_codec::has_null(value.values())});
        out.write(out.id_of(detail::element_type_of<element_codec>()));
        for (const auto& [length, first] : value.dimensions()) {
            out.write(length);
            out.write(first);
        }
        list_codec::encode_all(value.values(), out);
    }
    static any_array<T> decode(reader in) {
        std::int32_t lengths[6]{}, first[6]{};
        const auto [dimensions, id] = detail::read_array_head(in, lengths, 0, first);
        list_codec::check_element(id);
        any_array<T> value;
        std::int32_t count = dimensions > 0;
        for (int i = 0; i < dimensions; ++i) {
            value.dimensions_.push_back({lengths[i], first[i]});
            count *= lengths[i];
        }
        list_codec::decode_all(value.values_, in, &count);
        in.finish();
        return value;
    }

    static std::string text(const any_array<T>& value) { return detail::array_text<false, codec>(value); }
    static std::string sent_text(const any_array<T>& value) { return detail::array_text<true, codec>(value); }
    template <bool Quoted = true>
    static std::size_t text_size(const any_array<T>& value, bool exactly) {
        // Each dimension may open and close before each element, and its bounds have at most 11 characters.
        return list_codec::template text_size_of<Quoted>(value.values(), exactly) +
               value.dimensions().size() * (2 * value.size() + 2 * 11 + 3) + 1;
    }
    template <bool Quoted = true>
    static void write_text(const any_array<T>& value, writer& out) {
        bool counted = false;
        for (const auto& each : value.dimensions()) counted |= each.first != 1;
        if (counted) {
            for (const auto& [length, first] : value.dimensions())
                out.bytes("[" + std::to_string(first) + ":" + std::to_string(std::int64_t{first} + length - 1) + "]");
            out.write('=');
        }
        if (value.empty()) return out.bytes("{}");
        auto next = value.values().begin();
        write_rows<Quoted>(value, 0, next, out);
    }

private:
    using list_codec = codec<std::vector<T>>;

    template <bool Quoted, class Iterator>
    static void write_rows(const any_array<T>& value, std::size_t depth, Iterator& next, writer& out) {
        out.write('{');
        for (std::int32_t i = 0; i < value.dimensions()[depth].length; ++i) {
            if (i > 0) out.write(list_codec::separator);
            if (depth + 1 < value.dimensions().size()) {
                write_rows<Quoted>(value, depth + 1, next, out);
                continue;
            }
            const item& each = *next++;
            if constexpr (!detail::is_optional<item>) list_codec::template write_element_text<Quoted>(each, out);
            else if (each) list_codec::template write_element_text<Quoted>(*each, out);
            else out.bytes("NULL");
        }
        out.write('}');
    }
};

}  // namespace pgmodel

template <class T>
struct std::hash<pgmodel::any_array<T>> {
    std::size_t operator()(const pgmodel::any_array<T>& value) const noexcept {
        std::size_t mixed = value.dimensions().size();
        for (const auto& each : value.dimensions()) mixed = pgmodel::detail::hash_of(mixed, each.length, each.first);
        for (const T& each : value.values()) mixed = pgmodel::detail::hash_of(mixed, std::hash<T>{}(each));
        return mixed;
    }
};
