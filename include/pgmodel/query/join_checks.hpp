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

/// Is it for the server to say what becomes of a condition: since its text is made when the program runs, or since it
/// may be a constant, which the server computes before it looks for a way to join?
template <class From, class On>
constexpr bool is_left_to_server() {
    return is_dynamic<On>() || !speaks_of<On, From, 0, From::count>;
}

// A condition as the server looks at it: NOT moved inwards to the parts, and these only as far as joins go by them.
template <class Left, class Right>
struct both_hold {};
template <class Left, class Right>
struct one_holds {};
template <class Left, class Right, bool LeftToServer>
struct are_equal {};
template <bool Value>
struct holds_always {};
template <bool LeftToServer>
struct may_hold {};

template <class From, bool Not, class On>
struct normal_form {
    using type = may_hold<is_left_to_server<From, On>()>;
};
template <class From, bool Not, class On>
using normal = typename normal_form<From, Not, On>::type;
template <class From, bool Not, fixed_string Text, bool Nullable, class... Arguments>
struct normal_form<From, Not, fragment<Text, bool, Nullable, Arguments...>> {
    using type = may_hold<true>;
};
template <class From, bool Not, literal_value<bool> Given>
struct normal_form<From, Not, literal<Given>> {
    using type = holds_always<Given.value != Not>;
};
template <class From, bool Not, bool Nullable, class On>
struct normal_form<From, Not, affix<"not ", "", level::logical_not, bool, Nullable, On>> : normal_form<From, !Not, On> {
};
template <class From, bool Not, int Level, bool Nullable, class Left, class Right>
struct normal_form<From, Not, infix<" and ", Level, bool, Nullable, Left, Right>> {
    using left = normal<From, Not, Left>;
    using right = normal<From, Not, Right>;
    using type = std::conditional_t<Not, one_holds<left, right>, both_hold<left, right>>;
};
template <class From, bool Not, int Level, bool Nullable, class Left, class Right>
struct normal_form<From, Not, infix<" or ", Level, bool, Nullable, Left, Right>> {
    using left = normal<From, Not, Left>;
    using right = normal<From, Not, Right>;
    using type = std::conditional_t<Not, both_hold<left, right>, one_holds<left, right>>;
};
template <class From, bool Differ, class Whole, class Left, class Right>
struct normal_comparison {
    using type = std::conditional_t<Differ, may_hold<is_left_to_server<From, Whole>()>,
                                    are_equal<Left, Right, is_left_to_server<From, Whole>()>>;
};
template <class From, bool Differ, class Whole, class Left, literal_value<bool> Given>
struct normal_comparison<From, Differ, Whole, Left, literal<Given>> : normal_form<From, Given.value == Differ, Left> {};
template <class From, bool Differ, class Whole, literal_value<bool> Given, class Right>
struct normal_comparison<From, Differ, Whole, literal<Given>, Right> : normal_form<From, Given.value == Differ, Right> {
};
template <class From, bool Differ, class Whole, literal_value<bool> Given, literal_value<bool> Other>
struct normal_comparison<From, Differ, Whole, literal<Given>, literal<Other>>
    : normal_form<From, Given.value == Differ, literal<Other>> {};
template <class From, bool Not, int Level, bool Nullable, class Left, class Right>
struct normal_form<From, Not, infix<" = ", Level, bool, Nullable, Left, Right>>
    : normal_comparison<From, Not, infix<" = ", Level, bool, Nullable, Left, Right>, Left, Right> {};
template <class From, bool Not, int Level, bool Nullable, class Left, class Right>
struct normal_form<From, Not, infix<" <> ", Level, bool, Nullable, Left, Right>>
    : normal_comparison<From, !Not, infix<" <> ", Level, bool, Nullable, Left, Right>, Left, Right> {};

/// Two values that are equal in every row that a condition holds for.
template <class Left, class Right>
struct equal_values {};
/// Does a condition hold only for rows in which these values are equal? Of void: does it hold for no row?
template <class Normal, class Equal>
inline constexpr bool implies = false;
template <bool LeftToServer, class Equal>
inline constexpr bool implies<may_hold<LeftToServer>, Equal> = LeftToServer;
template <bool Value, class Equal>
inline constexpr bool implies<holds_always<Value>, Equal> = !Value;
template <class Left, class Right, bool LeftToServer, class Equal>
inline constexpr bool implies<are_equal<Left, Right, LeftToServer>, Equal> =
    LeftToServer || std::is_same_v<Equal, equal_values<Left, Right>>;
template <class Left, class Right, class Equal>
inline constexpr bool implies<both_hold<Left, Right>, Equal> = implies<Left, Equal> || implies<Right, Equal>;
template <class Left, class Right, class Equal>
inline constexpr bool implies<one_holds<Left, Right>, Equal> = implies<Left, Equal> && implies<Right, Equal>;

/// Is there in a part of the condition `Whole` an equality of a value of the sources before number `N` and one of that
/// source, by which rows can be sorted or hashed, and which the whole condition implies?
template <class From, std::size_t N, class Whole, class Part>
inline constexpr bool is_joined_by = false;
template <class From, std::size_t N, class Whole, class Left, class Right>
inline constexpr bool is_joined_by<From, N, Whole, both_hold<Left, Right>> =
    is_joined_by<From, N, Whole, Left> || is_joined_by<From, N, Whole, Right>;
template <class From, std::size_t N, class Whole, class Left, class Right>
inline constexpr bool is_joined_by<From, N, Whole, one_holds<Left, Right>> =
    is_joined_by<From, N, Whole, Left> || is_joined_by<From, N, Whole, Right>;
template <class From, std::size_t N, class Whole, expression Left, expression Right, bool LeftToServer>
inline constexpr bool is_joined_by<From, N, Whole, are_equal<Left, Right, LeftToServer>> =
    is_groupable<typename Left::value_type>() &&
    (on_two_sides<From, N, Left, Right> || on_two_sides<From, N, Right, Left>) &&
    implies<Whole, equal_values<Left, Right>>;

/// Does the server know a way to make a FULL JOIN: by an equality, or since the condition is a constant?
template <class From, std::size_t N, class On, class Normal = normal<From, false, On>>
inline constexpr bool can_be_full =
    implies<Normal, void> || implies<normal<From, true, On>, void> || is_joined_by<From, N, Normal, Normal>;

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
