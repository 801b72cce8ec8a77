// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the server asks of joins beyond known tables: which of them a condition sees, and what a FULL JOIN is made by.
#pragma once

#include <pgmodel/query/joins.hpp>

namespace pgmodel::detail {

template <fixed_string Text, class Value, bool Nullable, class... Arguments>
struct fragment;

/// Everything but the sources from `First` to before `Last`: who is a stranger there speaks of one of them.
template <class From, std::size_t First, std::size_t Last>
struct outside_of {
    template <class Tag, class Column = void>
    static constexpr bool has = From::template place<Tag> < First || From::template place<Tag> >= Last;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Part, class From, std::size_t First, std::size_t Last>
inline constexpr bool speaks_of =
    First < Last && !std::is_void_v<typename Part::template stranger<outside_of<From, First, Last>>>;
template <class Owner, class Target, std::size_t Column, class From, std::size_t First, std::size_t Last>
inline constexpr bool speaks_of<key_condition<Owner, Target, Column>, From, First, Last> =
    (From::template place<Owner> >= First && From::template place<Owner> < Last) ||
    (From::template place<Target> >= First && From::template place<Target> < Last);

/// Where the sources begin that are joined with number `at`: behind the last comma before it.
template <class From>
constexpr std::size_t tree_of(std::size_t at) {
    while (at > 0 && From::kinds[at] != join_kind::comma) --at;
    return at;
}

/// Is it an equality of a value of the sources before number `N` and one of that source, by which rows can be sorted or
/// hashed? A FULL JOIN needs one; what is known only when the program runs, is left to the server.
template <class From, std::size_t N, class On>
inline constexpr bool matches_rows = is_dynamic<On>();
template <class From, std::size_t N, fixed_string Text, bool Nullable, class... Arguments>
inline constexpr bool matches_rows<From, N, fragment<Text, bool, Nullable, Arguments...>> = true;
template <class From, std::size_t N>
inline constexpr bool matches_rows<From, N, literal<true>> = true;
template <class From, std::size_t N>
inline constexpr bool matches_rows<From, N, literal<false>> = true;
template <class From, std::size_t N, int Level, class Value, bool Nullable, class Left, class Right>
inline constexpr bool matches_rows<From, N, infix<" and ", Level, Value, Nullable, Left, Right>> =
    (matches_rows<From, N, Left> && !std::is_same_v<Left, literal<true>>) ||
    (matches_rows<From, N, Right> && !std::is_same_v<Right, literal<true>>);
template <class From, std::size_t N, class Before, class Behind>
inline constexpr bool on_two_sides =
    speaks_of<Before, From, tree_of<From>(N), N> && !speaks_of<Before, From, N, N + 1> &&
    speaks_of<Behind, From, N, N + 1> && !speaks_of<Behind, From, tree_of<From>(N), N>;
template <class From, std::size_t N, int Level, class Value, bool Nullable, class Left, class Right>
inline constexpr bool matches_rows<From, N, infix<" = ", Level, Value, Nullable, Left, Right>> = [] {
    if constexpr (expression<Left> && expression<Right>)
        return sorts<typename Left::value_type> &&
               (on_two_sides<From, N, Left, Right> || on_two_sides<From, N, Right, Left>);
    else return false;
}();

template <class On>
inline constexpr bool is_key = false;
template <class Owner, class Target, std::size_t Column>
inline constexpr bool is_key<key_condition<Owner, Target, Column>> = true;

/// All that a join can be asked, of one that is not.
struct simply_joined {
    static constexpr bool seen = true, independent = true, full = true;
};
/// Is there anything to ask of how source number `at` is joined? There seldom is.
template <class From>
constexpr bool asks_of_join(std::size_t at) {
    return From::kinds[at] == join_kind::right || From::kinds[at] == join_kind::full ||
           (needs_condition(From::kinds[at]) && tree_of<From>(at) > 0);
}
/// What the sources that are joined with each other make of that.
template <class From, std::size_t N>
struct joined_source {
    using item = typename From::template item_at<N>;
    using condition = typename item::condition;
    static constexpr std::size_t tree = tree_of<From>(N);

    /// A foreign key that nobody named may lead anywhere.
    static constexpr std::size_t keys_before = [] {
        if constexpr (tree > 0 && !is_said<condition> && !item::source::lateral)
            return decltype(From::template keys_before<N>(std::make_index_sequence<tree>{}))::type::found;
        else return std::size_t{0};
    }();
    static constexpr bool seen = keys_before == 0 && !speaks_of<condition, From, 0, tree>;
    static constexpr bool outer = item::kind == join_kind::right || item::kind == join_kind::full;
    static constexpr bool independent =
        !outer || !item::source::lateral || !speaks_of<typename item::source, From, tree, N>;
    static constexpr bool full =
        item::kind != join_kind::full || !is_said<condition> || is_key<condition> || matches_rows<From, N, condition>;
};

}  // namespace pgmodel::detail
