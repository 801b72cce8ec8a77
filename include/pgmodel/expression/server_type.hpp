// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the server makes of types: which it converts without being asked, what arithmetic gives, and the C++ types of
// what comes back. Plain functions over OIDs; types of the user have none and are compared as C++ types.
#pragma once

#include <pgmodel/expression/expression.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/date.hpp>
#include <pgmodel/types/elsewhere.hpp>
#include <pgmodel/types/floating.hpp>
#include <pgmodel/types/index_method.hpp>
#include <pgmodel/types/json.hpp>
#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/text.hpp>
#include <pgmodel/types/timestamp.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace pgmodel::detail {

/// The numbers of the types that rules speak of (catalog pg_type).
namespace id {
inline constexpr oid boolean = 16, bytea = 17, bigint = 20, smallint = 21, integer = 23, text = 25, object = 26,
                     json = 114, path = 602, real = 700, double_precision = 701, cidr = 650, inet = 869, date = 1082,
                     time = 1083, timestamp = 1114, timestamptz = 1184, interval = 1186, timetz = 1266, bit = 1560,
                     varbit = 1562, numeric = 1700, uuid = 2950, pg_lsn = 3220, tsvector = 3614, tsquery = 3615,
                     jsonb = 3802;
}

/// The type's number; 0 for types of the user.
template <class T>
constexpr oid id_of() {
    if constexpr (std::is_same_v<T, interval>) return id::interval;
    else if constexpr (std::is_same_v<T, time_of_day>) return id::time;
    else if constexpr (std::is_same_v<T, timetz>) return id::timetz;
    else if constexpr (std::is_same_v<T, tsvector>) return id::tsvector;
    else if constexpr (std::is_same_v<T, tsquery>) return id::tsquery;
    else if constexpr (has_codec<T>) return codec<T>::type.id;
    else return 0;
}

/// The C++ type of a result of this PostgreSQL type; void where there is none.
template <oid Id>
struct cpp_type {
    using type = void;
};
template <>
struct cpp_type<id::boolean> {
    using type = bool;
};
template <>
struct cpp_type<id::smallint> {
    using type = std::int16_t;
};
template <>
struct cpp_type<id::integer> {
    using type = std::int32_t;
};
template <>
struct cpp_type<id::bigint> {
    using type = std::int64_t;
};
template <>
struct cpp_type<id::real> {
    using type = float;
};
template <>
struct cpp_type<id::double_precision> {
    using type = double;
};
template <>
struct cpp_type<id::numeric> {
    using type = numeric<>;
};
template <>
struct cpp_type<id::text> {
    using type = std::string;
};
template <>
struct cpp_type<id::date> {
    using type = date;
};
template <>
struct cpp_type<id::time> {
    using type = time_of_day;
};
template <>
struct cpp_type<id::timetz> {
    using type = timetz;
};
template <>
struct cpp_type<id::timestamp> {
    using type = timestamp;
};
template <>
struct cpp_type<id::timestamptz> {
    using type = timestamptz;
};
template <>
struct cpp_type<id::interval> {
    using type = interval;
};
template <>
struct cpp_type<id::jsonb> {
    using type = jsonb_text;
};
template <>
struct cpp_type<id::varbit> {
    using type = varbit<0>;
};

/// What an operator that can give negative numbers makes of one: of an unsigned integer a signed one.
template <class T>
struct signed_type : std::type_identity<T> {};
template <plain_integer T>
struct signed_type<T> : cpp_type<codec<T>::type.id> {};

/// numeric as the server computes it: without limits of its own. To read one, <pgmodel/types/long_numeric.hpp> is
/// needed.
using any_numeric = cpp_type<id::numeric>::type;

/// Numbers in the order in which they are converted without being asked; 0 for other types.
constexpr int number_rank(oid type) {
    switch (type) {
        case id::smallint: return 1;
        case id::integer: return 2;
        case id::bigint: return 3;
        case id::numeric: return 4;
        case id::real: return 5;
        case id::double_precision: return 6;
        default: return 0;
    }
}
constexpr bool is_moment(oid type) { return type == id::date || type == id::timestamp || type == id::timestamptz; }
constexpr bool is_clock(oid type) { return type == id::time || type == id::timetz; }

/// The type of `left op right` for op one of + - * / %; 0 where the server has no such operator.
constexpr oid arithmetic_id(char op, oid left, oid right) {
    const int l = number_rank(left), r = number_rank(right);
    if (l != 0 && r != 0) {
        if (op == '%' && (l > 4 || r > 4)) return 0;
        if (l > 4 || r > 4) return left == id::real && right == id::real ? id::real : id::double_precision;
        return l > r ? left : right;
    }
    if (op == '-') {
        if (left == id::date && right == id::date) return id::integer;
        if (is_moment(left) && is_moment(right)) return id::interval;
        if (left == id::time && right == id::time) return id::interval;
        if (left == id::inet && right == id::inet) return id::bigint;
        if (left == id::pg_lsn && right == id::pg_lsn) return id::numeric;
    }
    if (op == '+' || op == '-') {
        if (left == id::date && (r == 1 || r == 2)) return left;
        if (right == id::interval && left == id::date) return id::timestamp;
        if (right == id::interval && (is_moment(left) || is_clock(left) || left == id::interval)) return left;
        if (left == id::inet && r != 0 && r <= 3) return left;
        if (left == id::pg_lsn && r != 0 && r <= 4) return left;
    }
    if (op == '+') {
        if (left == id::date && is_clock(right)) return right == id::time ? id::timestamp : id::timestamptz;
        const bool swapped = (right == id::date && (l == 1 || l == 2 || is_clock(left))) ||
                             (left == id::interval && (is_moment(right) || is_clock(right))) ||
                             (right == id::inet && l != 0);
        if (swapped) return arithmetic_id(op, right, left);
    }
    if (op == '*' && ((left == id::interval && r != 0) || (l != 0 && right == id::interval))) return id::interval;
    if (op == '/' && left == id::interval && r != 0) return left;
    return 0;
}

/// Does the server take the one type for the other without being asked? What it converts by the session's time zone is
/// left out.
constexpr bool converts_implicitly(oid from, oid to) {
    if (number_rank(from) != 0 && number_rank(to) != 0) return number_rank(from) <= number_rank(to);
    switch (to) {
        case id::timestamp: return from == id::date;
        case id::timetz: return from == id::time;
        case id::interval: return from == id::time;
        case id::inet: return from == id::cidr;
        case id::varbit: return from == id::bit || from == id::varbit;
        case id::bit: return from == id::varbit;
        case id::object: return from == id::smallint || from == id::integer || from == id::bigint;
        default: return false;
    }
}

/// How values are compared: not at all, by =, by <>, by < and its like, as parts of a row or an array.
enum class comparison { never, by_equality, by_inequality, by_order, by_parts };
/// What an operator asks of its operands.
template <fixed_string Operator>
inline constexpr comparison asked_by = Operator.text[1] != '<' && Operator.text[1] != '>' ? comparison::by_equality
                                       : Operator.text[2] == '>'                          ? comparison::by_inequality
                                                                                          : comparison::by_order;

/// Can the values of a type stand in a B-tree: in ORDER BY, and where equal ones are told from others?
template <class T>
inline constexpr bool sorts = is_sortable<T>();
template <class T, comparison Asked>
inline constexpr bool is_compared = Asked == comparison::never || has_equality<T>();
template <class T>
inline constexpr bool is_compared<T, comparison::by_inequality> =
    has_equality<T>() && id_of<T>() != 602 && id_of<T>() != 603 && id_of<T>() != 628;  // no path, box, line
template <class T>
inline constexpr bool is_compared<T, comparison::by_order> =
    has_equality<T>() && id_of<T>() != 628 && id_of<T>() != 28 && !std::is_same_v<unwrapped<T>, hstore>;  // line, xid
template <class T>
inline constexpr bool is_compared<T, comparison::by_parts> = sorts<T> && !is_domain_of_enum<unwrapped<T>>();

/// Does the server compare values of a type so?
template <class T, comparison Asked>
struct compared_type {
    static_assert(is_compared<T, Asked>,
                  "pgmodel: PostgreSQL cannot compare values of this type in this way; cast them to text, or json to "
                  "jsonb, or a domain of an enum to the enum");
    static constexpr bool value = true;
};
/// Does it tell equal ones from others? By sorting them; DISTINCT and GROUP BY of whole rows take hashing, too.
template <class T, bool Told = sorts<T>>
struct told_type {
    static_assert(Told,
                  "pgmodel: PostgreSQL does not tell equal values of this type from others, so it has no place in "
                  "distinct(), group_by(), partition_by(), union_() and the like; cast it to text, or json to jsonb");
    static constexpr bool value = true;
};

template <class T>
struct element_of {
    using type = void;
};
template <array_value A>
struct element_of<A> {
    using type = unwrapped<typename array_shape<A>::element>;
};
template <class T>
inline constexpr bool is_array = !std::is_void_v<typename element_of<T>::type>;

/// The type of an array whose length was changed: one of a fixed length becomes a std::vector.
template <class Array>
using resized = std::conditional_t<array_shape<Array>::dimensions == 1,
                                   typename list_like<Array, typename array_shape<Array>::element>::type, Array>;
/// The type of an array that values of these types come into: numbers that the elements cannot hold in C++ only, such
/// as numerics of another scale or signed integers among unsigned ones, become what the server has.
template <class Array, class... Others>
struct array_with {
    using type = resized<Array>;
};
template <class Array, class First, class... Rest>
struct array_with<Array, First, Rest...> {
    using element = typename element_of<Array>::type;
    static constexpr bool exact =
        id_of<element>() == id::numeric && (id_of<First>() == id::numeric || plain_integer<First>);
    static constexpr bool integers = plain_integer<element> && plain_integer<First> &&
                                     (id_of<element>() == id_of<First>() || std::is_signed_v<First>);
    static constexpr bool mixed =
        array_shape<Array>::dimensions == 1 && (exact || integers) && !std::is_same_v<element, First>;
    using number = typename std::conditional_t<mixed, cpp_type<id_of<element>()>, std::type_identity<element>>::type;
    using item = std::conditional_t<is_optional<typename array_shape<Array>::element>, std::optional<number>, number>;
    using type =
        typename array_with<std::conditional_t<mixed, typename list_like<Array, item>::type, Array>, Rest...>::type;
};
/// The type of an array that a possibly NULL element was added to.
template <class Array, bool NullElement>
using with_element =
    std::conditional_t<NullElement, typename list_like<Array, std::optional<typename element_of<Array>::type>>::type,
                       resized<Array>>;
/// Of one that such an element was added to.
template <class Array, class Element, bool NullElement>
using joined_array = with_element<typename array_with<Array, Element>::type, NullElement>;

/// Can an expression of type `From` stand where the server wants `To`?
template <class From, class To>
constexpr bool passes_as() {
    if constexpr (std::is_same_v<From, To>) return true;
    else if constexpr (mixes_strong_types<From, To>()) return false;
    else if constexpr (is_array<From> && is_array<To>)
        return passes_as<typename element_of<From>::type, typename element_of<To>::type>();
    else if constexpr (kind_of<From>() == kind::text && kind_of<To>() == kind::text)
        return ignores_case<From>() || !ignores_case<To>();
    else return id_of<From>() != 0 && (id_of<From>() == id_of<To>() || converts_implicitly(id_of<From>(), id_of<To>()));
}

/// The type of `coalesce(a, b)` in PostgreSQL: of several number types the widest, of several texts text.
template <class Left, class Right>
constexpr auto common_type() {
    constexpr oid left = id_of<Left>(), right = id_of<Right>();
    if constexpr (std::is_same_v<Left, Right> || ignores_case<Left>()) return std::type_identity<Left>{};
    else if constexpr (ignores_case<Right>() || lacks_null_elements<Left, Right>) return std::type_identity<Right>{};
    else if constexpr (kind_of<Left>() == kind::text) return std::type_identity<std::string>{};
    else if constexpr (left == right && (left == id::numeric || (plain_integer<Left> && plain_integer<Right>)))
        return cpp_type<left>{};
    else if constexpr ((left == id::varbit || right == id::varbit) && converts_implicitly(left, id::varbit))
        return cpp_type<id::varbit>{};
    else if constexpr (left == right) return std::type_identity<Left>{};
    else return cpp_type<converts_implicitly(left, right) ? right : left>{};
}
template <class First, class... Rest>
struct common_of : std::type_identity<First> {};
template <class First, class Second, class... Rest>
struct common_of<First, Second, Rest...> : common_of<typename decltype(common_type<First, Second>())::type, Rest...> {};

/// What `||` makes of two arrays: an array is an element of one that has a dimension more.
template <class Left, class Right>
struct joined_arrays {
    using left = array_shape<Left>;
    using right = array_shape<Right>;
    using element = typename common_of<unwrapped<typename left::element>, unwrapped<typename right::element>>::type;
    static constexpr bool null = is_optional<typename left::element> || is_optional<typename right::element>;
    using type =
        typename list_like<std::conditional_t<left::any, Left, Right>,
                           std::conditional_t<null, std::optional<element>, element>,
                           (left::dimensions < right::dimensions ? right::dimensions : left::dimensions)>::type;
};

}  // namespace pgmodel::detail
