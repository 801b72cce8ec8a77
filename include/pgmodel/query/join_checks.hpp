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

/// Two values that are equal in every row that a condition holds for.
template <class Left, class Right>
struct equal_values {};

/// Is it for the server to say what becomes of a condition: since its text is made when the program runs, or since it
/// may be a constant, which the server computes before it looks for a way to join?
template <class From, class On>
constexpr bool is_left_to_server() {
    return is_dynamic<On>() || !speaks_of<On, From, 0, From::count>;
}
template <class E>
inline constexpr bool is_truth = false;
template <>
inline constexpr bool is_truth<literal<true>> = true;
template <>
inline constexpr bool is_truth<literal<false>> = true;

/// Does a condition hold for rows only in which these values are equal? Asked as the server looks at it: `Not`, of its
/// negation, moves inwards, what all parts of an OR imply stands before it. `Equal` void: does it hold for no row?
template <class From, bool Not, class On, class Equal>
inline constexpr bool implies = is_left_to_server<From, On>();
template <class From, bool Is, class Left, class Right, class Equal, class Whole>
constexpr bool comparison_implies() {
    if constexpr (is_truth<Right>) return implies < From, std::is_same_v<Right, literal<true>> != Is, Left, Equal > ;
    else if constexpr (is_truth<Left>)
        return implies < From, std::is_same_v<Left, literal<true>> != Is, Right, Equal > ;
    else return (Is && std::is_same_v<Equal, equal_values<Left, Right>>) || is_left_to_server<From, Whole>();
}
template <class From, bool Not, fixed_string Text, bool Nullable, class... Arguments, class Equal>
inline constexpr bool implies<From, Not, fragment<Text, bool, Nullable, Arguments...>, Equal> = true;
template <class From, bool Not, class Equal>
inline constexpr bool implies<From, Not, literal<true>, Equal> = Not;
template <class From, bool Not, class Equal>
inline constexpr bool implies<From, Not, literal<false>, Equal> = !Not;
template <class From, bool Not, bool Nullable, class On, class Equal>
inline constexpr bool implies<From, Not, affix<"not ", "", level::logical_not, bool, Nullable, On>, Equal> =
    implies<From, !Not, On, Equal>;
template <class From, bool Not, int Level, bool Nullable, class Left, class Right, class Equal>
inline constexpr bool implies<From, Not, infix<" and ", Level, bool, Nullable, Left, Right>, Equal> =
    Not ? implies<From, Not, Left, Equal> && implies<From, Not, Right, Equal>
        : implies<From, Not, Left, Equal> || implies<From, Not, Right, Equal>;
template <class From, bool Not, int Level, bool Nullable, class Left, class Right, class Equal>
inline constexpr bool implies<From, Not, infix<" or ", Level, bool, Nullable, Left, Right>, Equal> =
    Not ? implies<From, Not, Left, Equal> || implies<From, Not, Right, Equal>
        : implies<From, Not, Left, Equal> && implies<From, Not, Right, Equal>;
template <class From, bool Not, int Level, bool Nullable, class Left, class Right, class Equal>
inline constexpr bool implies<From, Not, infix<" = ", Level, bool, Nullable, Left, Right>, Equal> =
    comparison_implies<From, !Not, Left, Right, Equal, infix<" = ", Level, bool, Nullable, Left, Right>>();
template <class From, bool Not, int Level, bool Nullable, class Left, class Right, class Equal>
inline constexpr bool implies<From, Not, infix<" <> ", Level, bool, Nullable, Left, Right>, Equal> =
    comparison_implies<From, Not, Left, Right, Equal, infix<" <> ", Level, bool, Nullable, Left, Right>>();

/// Is there in `On`, a part of the condition `Whole`, an equality of a value of the sources before number `N` and one
/// of that source, by which rows can be sorted or hashed, and which the whole condition implies?
template <class From, std::size_t N, bool Not, class Whole, class On>
inline constexpr bool is_joined_by = false;
template <class From, std::size_t N, bool Is, class Whole, class Left, class Right>
constexpr bool is_joined_by_equality() {
    if constexpr (is_truth<Right>)
        return is_joined_by < From, N, std::is_same_v<Right, literal<true>> != Is, Whole, Left > ;
    else if constexpr (is_truth<Left>)
        return is_joined_by < From, N, std::is_same_v<Left, literal<true>> != Is, Whole, Right > ;
    else if constexpr (Is && expression<Left> && expression<Right>)
        return sorts<typename Left::value_type> &&
               (on_two_sides<From, N, Left, Right> || on_two_sides<From, N, Right, Left>) &&
               implies<From, false, Whole, equal_values<Left, Right>>;
    else return false;
}
template <class From, std::size_t N, bool Not, class Whole, bool Nullable, class On>
inline constexpr bool is_joined_by<From, N, Not, Whole, affix<"not ", "", level::logical_not, bool, Nullable, On>> =
    is_joined_by<From, N, !Not, Whole, On>;
template <class From, std::size_t N, bool Not, class Whole, int Level, bool Nullable, class Left, class Right>
inline constexpr bool is_joined_by<From, N, Not, Whole, infix<" and ", Level, bool, Nullable, Left, Right>> =
    is_joined_by<From, N, Not, Whole, Left> || is_joined_by<From, N, Not, Whole, Right>;
template <class From, std::size_t N, bool Not, class Whole, int Level, bool Nullable, class Left, class Right>
inline constexpr bool is_joined_by<From, N, Not, Whole, infix<" or ", Level, bool, Nullable, Left, Right>> =
    is_joined_by<From, N, Not, Whole, Left> || is_joined_by<From, N, Not, Whole, Right>;
template <class From, std::size_t N, bool Not, class Whole, int Level, bool Nullable, class Left, class Right>
inline constexpr bool is_joined_by<From, N, Not, Whole, infix<" = ", Level, bool, Nullable, Left, Right>> =
    is_joined_by_equality<From, N, !Not, Whole, Left, Right>();
template <class From, std::size_t N, bool Not, class Whole, int Level, bool Nullable, class Left, class Right>
inline constexpr bool is_joined_by<From, N, Not, Whole, infix<" <> ", Level, bool, Nullable, Left, Right>> =
    is_joined_by_equality<From, N, Not, Whole, Left, Right>();

/// Does the server know a way to make a FULL JOIN: by an equality, or since the condition is a constant?
template <class From, std::size_t N, class On>
inline constexpr bool can_be_full =
    implies<From, false, On, void> || implies<From, true, On, void> || is_joined_by<From, N, false, On, On>;

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
        item::kind != join_kind::full || !is_said<condition> || is_key<condition> || can_be_full<From, N, condition>;
};

}  // namespace pgmodel::detail
