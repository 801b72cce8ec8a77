// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CAST, to a C++ type: only conversions that the server has.
#pragma once

#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/literal.hpp>

namespace pgmodel {
namespace detail {

/// The server's conversions between types of different names (catalog pg_cast), apart from those from and to text.
constexpr bool has_cast(oid from, oid to) {
    if (number_rank(from) != 0 && number_rank(to) != 0) return true;
    constexpr struct {
        oid from, to[9];
    } casts[]{{16, {23}},
              {20, {26, 1560}},
              {21, {26}},
              {23, {16, 26, 1560}},
              {26, {20, 23}},
              {114, {3802}},
              {600, {603}},
              {601, {600}},
              {602, {604}},
              {603, {600, 601, 604, 718}},
              {604, {600, 602, 603, 718}},
              {650, {869}},
              {718, {600, 603, 604}},
              {774, {829}},
              {829, {774}},
              {869, {650}},
              {1082, {1114, 1184}},
              {1083, {1186, 1266}},
              {1114, {1082, 1083, 1184}},
              {1184, {1082, 1083, 1114, 1266}},
              {1186, {1083}},
              {1266, {1083}},
              {1560, {20, 23, 1562}},
              {1562, {1560}},
              {3802, {16, 20, 21, 23, 114, 700, 701, 1700}}};
    for (const auto& row : casts)
        if (row.from == from)
            for (oid each : row.to)
                if (each == to && to != 0) return true;
    return false;
}
/// Types of whole families that convert, such as a range to its multirange.
template <class From, class To>
inline constexpr bool casts_to = false;

template <class From, class To>
constexpr bool castable() {
    if constexpr (std::is_same_v<From, To> || kind_of<From>() == kind::text || kind_of<To>() == kind::text) return true;
    else if constexpr (is_array<From> && is_array<To>)
        return castable<typename element_of<From>::type, typename element_of<To>::type>();
    else if constexpr (is_made_of<From, To>() || is_made_of<To, From>()) return true;
    else
        return casts_to<From, To> ||
               (id_of<From>() != 0 && (id_of<From>() == id_of<To>() || has_cast(id_of<From>(), id_of<To>())));
}

/// ` as type)`, with the type's modifiers.
template <class T>
struct cast_end {
    static constexpr std::string_view type = declared_type<T>();
    static constexpr auto text = [] {
        fixed_string<type.size() + 5> out;
        std::size_t at = 0;
        for (char c : std::string_view(" as ")) out.text[at++] = c;
        for (char c : type) out.text[at++] = c;
        out.text[at] = ')';
        return out;
    }();
};

template <class From, class To>
struct cast_exists {
    static_assert(has_codec<To>,
                  "pgmodel: cast<T>() needs a type with a PostgreSQL type, such as std::int64_t or pgmodel::date");
    static_assert(!has_codec<To> || castable<typename From::value_type, To>(),
                  "pgmodel: PostgreSQL has no cast between these types; cast to text first, or to another type");
    static constexpr bool value = true;
};
/// Has the server NULL for a value that is none: an infinite moment as a time of day, JSON's null (since PostgreSQL
/// 18)?
template <class From, class To>
constexpr bool makes_null() {
    constexpr oid from = id_of<From>(), to = id_of<To>();
    return (is_moment(from) && is_clock(to)) || (from == id::jsonb && (to == id::boolean || number_rank(to) > 0));
}
template <class Value>
struct cast_of_value {
    static_assert(expression<Value>, "pgmodel: cast<T>() takes a column or an expression; a value is given with the "
                                     "type that it is to have, or as pgmodel::value(...)");
    static constexpr bool value = true;
};

}  // namespace detail

/// `cast(x as type)`: `pg::cast<std::int64_t>(x)`, `pg::cast<pg::numeric<10, 2>>(x)`. What the value cannot be
/// converted to is an error of the server when the statement runs; a text that is longer than a `varchar<N>` is cut.
template <class T, detail::expression E>
constexpr auto cast(E e) {
    static_assert(detail::cast_exists<E, T>::value);
    constexpr bool null = detail::makes_null<typename E::value_type, T>();
    return detail::call < "cast(", detail::cast_end<T>::text, T,
           (null || E::nullable ? detail::can_be_null : 0) | (null ? 0 : detail::null_of_null), E > (std::move(e));
}

template <class T, class Value>
    requires(!detail::expression<Value>)
constexpr auto cast(const Value&) {
    static_assert(detail::cast_of_value<Value>::value);
}
template <int = 0, detail::expression E, class... More>
constexpr auto cast(const E&, const More&...) {
    static_assert(sizeof(E*) == 0, "pgmodel: the type of a cast is a template argument: pgmodel::cast<std::string>(x)");
}

}  // namespace pgmodel
