// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rule that no row belongs to two partitions of a table, as far as the bounds are values that can be compared here.
#pragma once

#include <pgmodel/model/partition.hpp>

#include <compare>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

/// How two bounds of one key lie; unordered where only the server knows: of texts, whose order is that of a collation,
/// of enumerators, whose order is that of their labels, and of expressions.
template <class A, class B>
constexpr std::partial_ordering compare_bounds(const A& a, const B& b) {
    using order = std::partial_ordering;
    constexpr bool special_a = is_special_bound<A>, special_b = is_special_bound<B>;
    if constexpr (special_a && std::is_same_v<A, B>) {
        return order::equivalent;
    } else if constexpr (special_a || special_b) {
        if constexpr (std::is_same_v<A, special_bound<"minvalue">> || std::is_same_v<B, special_bound<"maxvalue">>)
            return order::less;
        else if constexpr (std::is_same_v<A, special_bound<"maxvalue">> || std::is_same_v<B, special_bound<"minvalue">>)
            return order::greater;
        else return order::unordered;
    } else if constexpr (std::is_same_v<A, B> && requires { a.value; }) {
        using type = std::remove_cvref_t<decltype(a.value)>;
        constexpr oid id = codec<type>::type.id;
        constexpr bool day_or_moment = id == 1082 || id == 1114 || id == 1184;
        if constexpr (kind_of<type>() == kind::integer || day_or_moment) return a.value <=> b.value;
        else if constexpr (std::is_enum_v<type> || std::is_same_v<type, bool>)
            return a.value == b.value ? order::equivalent : order::unordered;
        else if constexpr (std::is_convertible_v<const type&, std::string_view>)
            return std::string_view(a.value) == std::string_view(b.value) ? order::equivalent : order::unordered;
        else return order::unordered;
    } else {
        return order::unordered;
    }
}

/// The same of several keys: the first that differ decide, and nothing lies behind minvalue or maxvalue.
template <class... A, class... B, std::size_t... I>
constexpr std::partial_ordering compare_rows(const pack<A...>& a, const pack<B...>& b, std::index_sequence<I...>) {
    std::partial_ordering found = std::partial_ordering::equivalent;
    bool decided = false;
    const auto look = [&](const auto& left, const auto& right) {
        if (decided) return;
        found = compare_bounds(left, right);
        decided = found != 0 || is_special_bound<std::remove_cvref_t<decltype(left)>>;
    };
    (look(a.template get<I, A>(), b.template get<I, B>()), ...);
    return found;
}
template <class... A, class... B>
constexpr std::partial_ordering compare_rows(const pack<A...>& a, const pack<B...>& b) {
    return compare_rows(a, b, std::index_sequence_for<A...>{});
}

enum class bound_fault { none, empty_range, overlap, value_twice, moduli };

template <class Lower, class Upper>
constexpr bool is_empty_range(const range_bounds<Lower, Upper>& bounds) {
    return compare_rows(bounds.lower, bounds.upper) >= 0;
}
template <class Bounds>
constexpr bool is_empty_range(const Bounds&) {
    return false;
}
template <class Values>
constexpr bool repeats_value(const list_bounds<Values>& bounds) {
    std::size_t equal = 0, count = 0;
    bounds.values.each([&](const auto& value) {
        ++count;
        bounds.values.each([&](const auto& other) { equal += compare_bounds(value, other) == 0; });
    });
    return equal > count;
}
template <class Bounds>
constexpr bool repeats_value(const Bounds&) {
    return false;
}

/// What is wrong with the bounds of two partitions of one table.
template <class LowerA, class UpperA, class LowerB, class UpperB>
constexpr bound_fault fault_of_pair(const range_bounds<LowerA, UpperA>& a, const range_bounds<LowerB, UpperB>& b) {
    const bool overlap = compare_rows(a.lower, b.upper) < 0 && compare_rows(b.lower, a.upper) < 0;
    const bool same = compare_rows(a.lower, b.lower) == 0;
    return overlap || same ? bound_fault::overlap : bound_fault::none;
}
template <class A, class B>
constexpr bound_fault fault_of_pair(const list_bounds<A>& a, const list_bounds<B>& b) {
    bool shared = false;
    a.values.each([&](const auto& value) {
        b.values.each([&](const auto& other) { shared |= compare_bounds(value, other) == 0; });
    });
    return shared ? bound_fault::value_twice : bound_fault::none;
}
template <int ModulusA, int RemainderA, int ModulusB, int RemainderB>
constexpr bound_fault fault_of_pair(const hash_bounds<ModulusA, RemainderA>&,
                                    const hash_bounds<ModulusB, RemainderB>&) {
    constexpr int lesser = ModulusA < ModulusB ? ModulusA : ModulusB;
    constexpr int greater = ModulusA < ModulusB ? ModulusB : ModulusA;
    if (greater % lesser != 0) return bound_fault::moduli;
    return RemainderA % lesser == RemainderB % lesser ? bound_fault::overlap : bound_fault::none;
}
template <class A, class B>
constexpr bound_fault fault_of_pair(const A&, const B&) {
    return bound_fault::none;
}

/// The first thing that is wrong with the partitions of a table, and with those of its partitions.
template <partition_strategy Strategy, class Keys, class... Partitions>
constexpr bound_fault find_bound_fault(const partition_by_declaration<Strategy, Keys, Partitions...>& item) {
    bound_fault found = bound_fault::none;
    const auto note = [&found](bound_fault fault) {
        if (found == bound_fault::none) found = fault;
    };
    std::size_t i = 0;
    item.partitions.each([&](const auto& a) {
        if (is_empty_range(a.bounds)) note(bound_fault::empty_range);
        if (repeats_value(a.bounds)) note(bound_fault::value_twice);
        std::size_t j = 0;
        item.partitions.each([&](const auto& b) {
            if (j++ < i) note(fault_of_pair(b.bounds, a.bounds));
        });
        ++i;
        a.items.each([&]<class Item>(const Item& own) {
            if constexpr (partitioning_declaration<Item>) note(find_bound_fault(own));
        });
    });
    return found;
}

}  // namespace pgmodel::detail
