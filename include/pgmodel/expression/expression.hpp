// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What every expression has in common. A node is a value; its type holds everything but parameters' values, so its SQL
// text is a constant. A node `E` has
//     using value_type                 the C++ type of its value, never optional
//     static constexpr bool nullable   can the value be NULL
//     static constexpr bool constant   holds no parameter, so PostgreSQL can match it by its text
//     static constexpr int precedence  for parentheses
//     template <class Out> static constexpr void write(Out&, const E*)
//                                      its text; the pointer is null when only the type is known
//     template <class F> constexpr void visit(F&) const
//                                      its parameters, in the order of the text
//     template <class Tables> using stranger
//                                      a column in it that `Tables` does not have, or void
//     template <class Nulls> static constexpr bool null_in
//                                      can it be NULL in a query whose joins make `Nulls`? asked of what is not
//                                      nullable anyway; without it: perhaps
//     template <class Nulls> static constexpr bool null_of_rows
//                                      the same of what is nullable, in a query whose groups all have rows; without
//                                      it: yes
// and from `members`, unless it says otherwise, `aggregate` (holds an aggregate function, which has no place in WHERE
// and CHECK), `windowed` (holds a window function), `reduces` (is an aggregate), `dynamic` (its text is known only when
// the program runs) and `special` (see below).
// An `Out` has append(text), column<&T::m>(), parameter<T>(const T*) and string(text).
#pragma once

#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/core/tagged.hpp>
#include <pgmodel/expression/misused_members.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/integer.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

namespace pgmodel {
namespace detail {

namespace operators {
/// `any(list)` and `all(list)`: they stand on the right of a comparison only, so they are no expressions.
struct quantified_tag {};
}  // namespace operators

using operators::expression_tag;
template <class T>
concept expression = tagged<T, expression_tag>;

/// What `=` makes of an expression on its left: see assignment.hpp.
template <class Target>
struct assignment_maker;

/// What an expression holds that not every clause takes: `special` of a node. A function that gives several rows, an
/// aggregate in an aggregate.
inline constexpr int holds_set = 1, holds_nested = 2;

template <class T>
inline constexpr bool has_aggregate = false;
template <expression T>
inline constexpr bool has_aggregate<T> = T::aggregate;

/// PostgreSQL's order of precedence (manual, table 4.2), lowest first.
namespace level {
inline constexpr int logical_or = 1, logical_and = 2, logical_not = 3, is = 4, comparison = 5, like = 6, other = 7,
                     prefix = 8, additive = 9, multiplicative = 10, zone = 11, unary = 12, primary = 13;
}

/// Writes a part of an expression, in parentheses where its operators bind less tightly than `Least`. How tightly, a
/// condition of the run knows of its parts.
template <int Least, class Node, class Out>
constexpr void write_part(Out& out, const Node* node) {
    if constexpr (Node::precedence < Least) {
        bool needed = true;
        if constexpr (requires { node->level(); }) needed = !node || node->level() < Least;
        out.append(needed ? "(" : "");
        Node::write(out, node);
        out.append(needed ? ")" : "");
    } else {
        Node::write(out, node);
    }
}

/// The models whose columns an expression may speak of. Every such scope says too which nodes it takes whole, without a
/// look at the columns in them.
template <class... T>
struct table_list {
    template <class Table, class Column = void>
    static constexpr bool has = (std::is_same_v<Table, T> || ...);
    template <class Node>
    static constexpr bool whole = false;
};
/// The first type that is not void. A node's `stranger<Tables>` is the first column in it that is of none of the
/// tables.
template <class...>
struct first_stranger {
    using type = void;
};
template <class First, class... Rest>
struct first_stranger<First, Rest...> {
    using type = First;
};
template <class... Rest>
struct first_stranger<void, Rest...> : first_stranger<Rest...> {};

/// Is the text of a part of a statement known only when the program runs?
template <class Part>
constexpr bool is_dynamic() {
    if constexpr (requires { Part::dynamic; }) return Part::dynamic;
    else return false;
}

// Of conditions with parts of the run, of which some may be empty: see said.hpp.
template <class Node>
constexpr bool says_nothing(const Node* node);
template <int Least, class Node, class Out>
constexpr void write_said(Out& out, const Node* node);
template <int Least, class Node, class Out>
constexpr bool write_clause(Out& out, std::string_view word, const Node* node);

/// The first stranger of some parts.
template <class Tables, class... Parts>
struct stranger_among : first_stranger<typename Parts::template stranger<Tables>...> {};
/// The stranger of a node that has these parts, unless the scope takes the node whole. A node only names it: what
/// stands within a class template is put together with each of its classes, asked for or not.
template <bool Whole, class Tables, class... Parts>
struct stranger_of_whole : stranger_among<Tables, Parts...> {};
template <class Tables, class... Parts>
struct stranger_of_whole<true, Tables, Parts...> {
    using type = void;
};
template <class Tables, class Node, class... Parts>
struct stranger_in_parts : stranger_of_whole<Tables::template whole<Node>, Tables, Parts...> {};

/// The same of a node that asks its parts for other strangers, such as those of an aggregate's arguments.
template <class Tables, class Node, class... Found>
struct stranger_found
    : std::conditional_t<Tables::template whole<Node>, std::type_identity<void>, first_stranger<Found...>> {};
template <class Tables, class Node, class... Found>
using stranger_of = typename stranger_found<Tables, Node, Found...>::type;

/// Can the value of `E` be NULL in a query? `Nulls` says which tables an outer join may leave out, which nodes a
/// grouping set does, and whether rows are grouped so that no group is without any.
template <class E, class Nulls>
constexpr bool null_in_query() {
    if constexpr (E::nullable && !Nulls::grouped) return true;
    else if constexpr (E::nullable && requires { E::template null_of_rows<Nulls>; })
        return E::template null_of_rows<Nulls>;
    else if constexpr (E::nullable) return true;
    else if constexpr (!Nulls::any) return false;
    else if constexpr (Nulls::template node<E>) return true;
    else if constexpr (requires { E::template null_in<Nulls>; }) return E::template null_in<Nulls>;
    else return true;
}

/// Does a part of an expression have elements that an outer join can leave NULL, and a value of the same type?
template <class Part, class Nulls, class Value>
constexpr bool has_null_elements() {
    if constexpr (!std::is_same_v<typename Part::value_type, Value>) return false;
    else if constexpr (requires { Part::template null_element<Nulls>; }) return Part::template null_element<Nulls>;
    else return false;
}

/// The type of `E`'s value in a query: elements of an array that an outer join can leave NULL are optional.
template <class E, class Nulls, class Value = typename E::value_type>
struct value_in_query {
    using type = Value;
};
template <class E, class Nulls, array_value A>
    requires(Nulls::any && requires { E::template null_element<Nulls>; })
struct value_in_query<E, Nulls, A> {
    using item = std::optional<unwrapped<typename array_shape<A>::element>>;
    using type = std::conditional_t<E::template null_element<Nulls>,
                                    typename list_like<A, item, array_shape<A>::dimensions>::type, A>;
};

/// Within an aggregate, which looks at rows before a grouping set leaves their keys out.
template <class Nulls>
struct nulls_in_rows {
    static constexpr bool any = Nulls::any, grouped = false;
    template <class Tag>
    static constexpr bool source = Nulls::template source<Tag>;
    template <class Node>
    static constexpr bool node = false;
};

enum class kind { boolean, integer, floating, numeric, text, moment, other };

/// What operators ask of a PostgreSQL type.
constexpr kind kind_of_id(oid type) {
    // clang-format off
    switch (type) {
        case 16: return kind::boolean;
        case 20: case 21: case 23: return kind::integer;
        case 700: case 701: return kind::floating;
        case 1700: return kind::numeric;
        case 19: case 25: case 1042: case 1043: return kind::text;
        case 1082: case 1114: case 1184: return kind::moment;
        default: return kind::other;
    }
    // clang-format on
}
/// Text of the extension citext, which has a name only: pg::citext, and what is made of it.
template <class T>
constexpr bool ignores_case() {
    if constexpr (has_codec<T>) return codec<T>::type.id == 0 && codec<T>::type.name == "citext";
    else return false;
}
/// The same of the PostgreSQL type of a C++ type.
template <class T>
constexpr kind kind_of() {
    if constexpr (has_codec<T>) return ignores_case<T>() ? kind::text : kind_of_id(codec<T>::type.id);
    else return kind::other;
}
constexpr bool is_number(kind k) { return k == kind::integer || k == kind::floating || k == kind::numeric; }

/// A type that is another one but for its meaning: an id of two lines, a domain.
template <class T>
concept strong_type = requires(const T& value) { codec<T>::unwrap(value); };
template <class T, class Base>
constexpr bool is_made_of() {
    if constexpr (std::is_same_v<T, Base>) return true;
    else if constexpr (strong_type<T>)
        return is_made_of<std::remove_cvref_t<decltype(codec<T>::unwrap(std::declval<const T&>()))>, Base>();
    else return false;
}
/// Two that have nothing to do with each other, although the server sees the same type.
template <class Left, class Right>
constexpr bool mixes_strong_types() {
    if constexpr (strong_type<Left> && strong_type<Right>)
        return !is_made_of<Left, Right>() && !is_made_of<Right, Left>();
    else return false;
}

/// A moment beside what a clock or a calendar shows: the server would convert by the session's time zone.
constexpr bool mixes_zones(oid left, oid right) {
    return left != right && (left == 1184 || right == 1184) && kind_of_id(left) == kind::moment &&
           kind_of_id(right) == kind::moment;
}
template <class Left, class Right>
constexpr bool mixes_time_zones() {
    if constexpr (kind_of<Left>() == kind::moment && kind_of<Right>() == kind::moment)
        return mixes_zones(codec<Left>::type.id, codec<Right>::type.id);
    else return false;
}
/// Says so where the two meet; whether they do not mix.
template <class Left, class Right>
struct unmixed_zones {
    static constexpr bool value = !mixes_time_zones<Left, Right>();
    static_assert(
        value,
        "pgmodel: a timestamptz does not mix with a timestamp or a date, which the server would convert by the "
        "session's time zone; name the zone with pgmodel::at_time_zone<...>() (<pgmodel/expression/date_time.hpp>), or "
        "say pgmodel::cast<...>()");
};

/// The same arrays, but for NULL elements?
template <class Without, class With>
inline constexpr bool lacks_null_elements = false;
template <class T>
inline constexpr bool lacks_null_elements<std::vector<T>, std::vector<std::optional<T>>> = true;

/// Can values of these types be compared with each other?
template <class Left, class Right>
constexpr bool comparable() {
    if constexpr (mixes_strong_types<Left, Right>() || mixes_time_zones<Left, Right>()) return false;
    // As the server compares citext with another text, case would matter.
    if constexpr (ignores_case<Left>() != ignores_case<Right>()) return false;
    constexpr kind left = kind_of<Left>(), right = kind_of<Right>();
    return std::is_same_v<Left, Right> || (left == right && left != kind::other) ||
           (is_number(left) && is_number(right)) || lacks_null_elements<Left, Right> ||
           lacks_null_elements<Right, Left>;
}

}  // namespace detail
}  // namespace pgmodel
