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

template <class From, std::size_t N, class Before, class Behind>
inline constexpr bool on_two_sides =
    speaks_of<Before, From, tree_of<From>(N), N> && !speaks_of<Before, From, N, N + 1> &&
    speaks_of<Behind, From, N, N + 1> && !speaks_of<Behind, From, tree_of<From>(N), N>;

/// What the server makes of a condition before it looks for a way to join: a constant, conditions of which one is an
/// equality of a value of the sources before number `N` and one of that source, by which rows can be sorted or hashed,
/// or something else. A FULL JOIN needs one of the first three.
enum class match { always, never, equality, none };
/// Of `x and y`; `Or`: of `x or y`.
constexpr match match_both(match left, match right, bool or_) {
    const match neutral = or_ ? match::never : match::always, decisive = or_ ? match::always : match::never;
    if (left == decisive || right == decisive) return decisive;
    if (left == neutral) return right;
    if (right == neutral) return left;
    return !or_ && (left == match::equality || right == match::equality) ? match::equality : match::none;
}
/// `Not`: of its negation, which the server moves inwards. What is known only when the program runs, is left to it.
template <class From, std::size_t N, bool Not, class On>
inline constexpr match match_of = is_dynamic<On>() ? match::equality : match::none;
template <class From, std::size_t N, bool Not, fixed_string Text, bool Nullable, class... Arguments>
inline constexpr match match_of<From, N, Not, fragment<Text, bool, Nullable, Arguments...>> = match::equality;
template <class From, std::size_t N, bool Not>
inline constexpr match match_of<From, N, Not, literal<true>> = Not ? match::never : match::always;
template <class From, std::size_t N, bool Not>
inline constexpr match match_of<From, N, Not, literal<false>> = Not ? match::always : match::never;
template <class From, std::size_t N, bool Not, bool Nullable, class On>
inline constexpr match match_of<From, N, Not, affix<"not ", "", level::logical_not, bool, Nullable, On>> =
    match_of<From, N, !Not, On>;
template <class From, std::size_t N, bool Not, int Level, bool Nullable, class Left, class Right>
inline constexpr match match_of<From, N, Not, infix<" and ", Level, bool, Nullable, Left, Right>> =
    match_both(match_of<From, N, Not, Left>, match_of<From, N, Not, Right>, Not);
template <class From, std::size_t N, bool Not, int Level, bool Nullable, class Left, class Right>
inline constexpr match match_of<From, N, Not, infix<" or ", Level, bool, Nullable, Left, Right>> =
    match_both(match_of<From, N, Not, Left>, match_of<From, N, Not, Right>, !Not);
template <class From, std::size_t N, class Left, class Right>
constexpr match match_equal() {
    if constexpr (expression<Left> && expression<Right>)
        return sorts<typename Left::value_type> &&
                       (on_two_sides<From, N, Left, Right> || on_two_sides<From, N, Right, Left>)
                   ? match::equality
                   : match::none;
    else return match::none;
}
template <class From, std::size_t N, int Level, bool Nullable, class Left, class Right>
inline constexpr match match_of<From, N, false, infix<" = ", Level, bool, Nullable, Left, Right>> =
    match_equal<From, N, Left, Right>();
template <class From, std::size_t N, int Level, bool Nullable, class Left, class Right>
inline constexpr match match_of<From, N, true, infix<" <> ", Level, bool, Nullable, Left, Right>> =
    match_equal<From, N, Left, Right>();

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
    static constexpr bool full = item::kind != join_kind::full || !is_said<condition> || is_key<condition> ||
                                 match_of<From, N, false, condition> != match::none;
};

}  // namespace pgmodel::detail
