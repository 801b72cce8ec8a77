// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rule that no row belongs to two partitions of a table, as far as the bounds are values that can be compared here.
#pragma once

#include <pgmodel/model/facts.hpp>
#include <pgmodel/model/partition.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

/// A bound as far as it can be compared here, whatever its type: a table may have hundreds, and compilers count their
/// steps. Of texts, whose order is that of a collation unless that is "C", of enumerators, whose order is that of their
/// labels, and of booleans only equal ones are known as such; of expressions nothing is. Numerics of one key have one
/// scale.
struct plain_bound {
    enum class kind : std::uint8_t { unknown, least, number, name, null, greatest };
    kind is = kind::unknown;
    int128 number = 0;
    std::string_view text{};
    double real = 0;
    bool bytewise = false;

    /// Nothing lies behind minvalue and maxvalue.
    constexpr bool last() const { return is == kind::least || is == kind::greatest; }
};

/// Of an id or a domain it is what these are made of.
template <class T>
constexpr plain_bound plain_value(const T& value) {
    using what = plain_bound::kind;
    constexpr oid id = codec<T>::type.id;
    constexpr bool day_or_moment = id == 1082 || id == 1114 || id == 1184;
    if constexpr (strong_type<T>) return plain_value(codec<T>::unwrap(value));
    else if constexpr (kind_of<T>() == kind::integer) return {what::number, value};
    else if constexpr (day_or_moment && requires { value.raw(); }) return {what::number, value.raw()};
    else if constexpr (std::is_floating_point_v<T>) return {.is = what::number, .real = value};
    else if constexpr (requires { value.unscaled(); }) {
        if (value.is_nan()) return {};
        return {what::number, value.unscaled()};
    } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>)
        return {what::name, static_cast<std::int64_t>(value)};
    else if constexpr (std::is_convertible_v<const T&, std::string_view>)
        return {what::name, 0, std::string_view(value)};
    else return {};
}
template <class Bound>
constexpr plain_bound make_plain(const Bound& bound) {
    using what = plain_bound::kind;
    if constexpr (std::is_same_v<Bound, special_bound<"minvalue">>) return {what::least};
    else if constexpr (std::is_same_v<Bound, special_bound<"maxvalue">>) return {what::greatest};
    else if constexpr (is_special_bound<Bound>) return {what::null};
    else if constexpr (requires { bound.value; }) return plain_value(bound.value);
    else return {};
}

/// How two bounds of one key lie; unordered where only the server knows.
constexpr std::partial_ordering compare_bounds(const plain_bound& a, const plain_bound& b) {
    using order = std::partial_ordering;
    using what = plain_bound::kind;
    if (a.is == what::number && b.is == what::number)
        return a.number == b.number ? a.real <=> b.real : a.number <=> b.number;
    if (a.is == b.is) {
        if (a.bytewise && a.is == what::name) return a.text <=> b.text;
        const bool same = a.is != what::unknown && a.number == b.number && a.text == b.text;
        return same ? order::equivalent : order::unordered;
    }
    if (a.is == what::least || b.is == what::greatest) return order::less;
    if (a.is == what::greatest || b.is == what::least) return order::greater;
    return order::unordered;
}
/// The same of several keys: the first that differ decide.
template <std::size_t Keys>
constexpr std::partial_ordering compare_rows(const plain_bound (&a)[Keys], const plain_bound (&b)[Keys]) {
    for (std::size_t i = 0; i < Keys; ++i) {
        const auto found = compare_bounds(a[i], b[i]);
        if (found != 0 || a[i].last()) return found;
    }
    return std::partial_ordering::equivalent;
}

enum class bound_fault { none, empty_range, overlap, value_twice, moduli };

/// More than these are left to the server where each would be compared with each.
inline constexpr std::size_t most_compared = 128;

template <std::size_t Keys>
struct plain_range {
    plain_bound lower[Keys], upper[Keys];
};
template <std::size_t Keys>
constexpr bound_fault fault_of_ranges(const plain_range<Keys>* ranges, std::size_t count) {
    bool sorted = true;
    for (std::size_t i = 0; i < count; ++i) {
        if (compare_rows(ranges[i].lower, ranges[i].upper) >= 0) return bound_fault::empty_range;
        sorted = sorted && (i == 0 || compare_rows(ranges[i - 1].upper, ranges[i].lower) <= 0);
    }
    if (sorted || count > most_compared) return bound_fault::none;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto &a = ranges[j], &b = ranges[i];
            if (compare_rows(a.lower, b.upper) < 0 && compare_rows(b.lower, a.upper) < 0) return bound_fault::overlap;
            if (compare_rows(a.lower, b.lower) == 0) return bound_fault::overlap;
        }
    return bound_fault::none;
}
constexpr bound_fault fault_of_values(const plain_bound* values, std::size_t count) {
    if (count > most_compared) return bound_fault::none;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (compare_bounds(values[i], values[j]) == 0) return bound_fault::value_twice;
    return bound_fault::none;
}
struct plain_hash {
    int modulus, remainder;
};
constexpr bound_fault fault_of_hashes(const plain_hash* hashes, std::size_t count) {
    if (count > most_compared) return bound_fault::none;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto &a = hashes[i], &b = hashes[j];
            const int lesser = a.modulus < b.modulus ? a.modulus : b.modulus;
            if (a.modulus % lesser != 0 || b.modulus % lesser != 0) return bound_fault::moduli;
            if (a.remainder % lesser == b.remainder % lesser) return bound_fault::overlap;
        }
    return bound_fault::none;
}

/// The bounds of a table's partitions, one after the other. `Room`: for so many, and never none.
template <std::size_t Keys, std::size_t Room>
struct plain_bounds {
    plain_range<Keys> ranges[Room]{};
    plain_bound values[Room]{};
    plain_hash hashes[Room]{};
    bool bytewise[Keys]{};
    std::size_t count = 0;

    template <class Lower, class Upper>
    constexpr void add(const range_bounds<Lower, Upper>& bounds) {
        std::size_t lower = 0, upper = 0;
        auto& range = ranges[count];
        bounds.lower.each([&](const auto& bound) { range.lower[lower++] = make_plain(bound); });
        bounds.upper.each([&](const auto& bound) { range.upper[upper++] = make_plain(bound); });
        for (std::size_t i = 0; i < Keys; ++i) range.lower[i].bytewise = range.upper[i].bytewise = bytewise[i];
        ++count;
    }
    template <class Values>
    constexpr void add(const list_bounds<Values>& bounds) {
        bounds.values.each([&](const auto& bound) { values[count++] = make_plain(bound); });
    }
    template <int Modulus, int Remainder>
    constexpr void add(const hash_bounds<Modulus, Remainder>&) {
        hashes[count++] = {Modulus, Remainder};
    }
    constexpr void add(const default_bounds&) {}
};
template <class Partition>
inline constexpr std::size_t bounds_in = 1;
template <class... Values, class... Items>
inline constexpr std::size_t bounds_in<partition_declaration<list_bounds<pack<Values...>>, Items...>> =
    sizeof...(Values);

/// Are texts of this key compared byte by byte?
template <class Key>
inline constexpr bool is_bytewise = false;
template <auto M>
inline constexpr bool is_bytewise<column<M>> =
    facts_of<owner_of<M>>.columns[column_place<M>].bytewise && !ignores_case<typename column<M>::value_type>();

/// The first thing that is wrong with the partitions of a table, and with those of its partitions.
template <partition_strategy Strategy, class... Keys, class... Partitions>
constexpr bound_fault find_bound_fault(const partition_by_declaration<Strategy, pack<Keys...>, Partitions...>& item) {
    plain_bounds<sizeof...(Keys), (bounds_in<Partitions> + ... + 1)> all{.bytewise = {is_bytewise<Keys>...}};
    bound_fault found = bound_fault::none;
    item.partitions.each([&](const auto& partition) {
        all.add(partition.bounds);
        partition.items.each([&]<class Item>(const Item& own) {
            if constexpr (partitioning_declaration<Item>)
                if (found == bound_fault::none) found = find_bound_fault(own);
        });
    });
    if (found != bound_fault::none) return found;
    if constexpr (Strategy == partition_strategy::range) return fault_of_ranges(all.ranges, all.count);
    else if constexpr (Strategy == partition_strategy::list) return fault_of_values(all.values, all.count);
    else return fault_of_hashes(all.hashes, all.count);
}

}  // namespace pgmodel::detail
