// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the expressions of a declaration have in common: they are about one row, and a default about none.
#pragma once

#include <pgmodel/expression/argument.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/expression/subquery.hpp>

#include <type_traits>

namespace pgmodel::detail {

template <class E>
struct about_one_row {
    static constexpr bool aggregate = [] {
        if constexpr (requires { E::aggregate; }) return E::aggregate;
        else return false;
    }();
    static_assert(!aggregate,
                  "pgmodel: an aggregate such as count() or max() has no place in a table's declaration, whose "
                  "expressions are about one row");
    static constexpr bool windowed = [] {
        if constexpr (requires { E::windowed; }) return E::windowed;
        else return false;
    }();
    static_assert(!windowed, "pgmodel: a window function has no place in a table's declaration, whose expressions are "
                             "about one row");
    static constexpr bool value = true;
};

/// What else a scope may refuse; the first stranger in it is its reason.
template <class Stranger>
struct declared_without_query : std::true_type {};
template <>
struct declared_without_query<query_in_expression> : std::false_type {};

/// A scope without tables.
struct default_scope : table_list<> {};
template <>
inline constexpr bool refuses_arguments<default_scope> = true;
template <>
inline constexpr bool refuses_queries<default_scope> = true;

/// An expression that is a column's default.
template <class E>
struct checked_default {
    static_assert(about_one_row<E>::value);
    using stranger = typename E::template stranger<default_scope>;
    static constexpr bool no_query = declared_without_query<stranger>::value;
    static_assert(no_query,
                  "pgmodel: a subquery has no place in a server default; fill the field in the program, or by a "
                  "trigger");
    static_assert(!no_query || std::is_void_v<stranger>,
                  "pgmodel: a server default speaks of a column or a placeholder, and neither is known then; compute "
                  "the value by generated(), or in the program");
    static constexpr bool value = true;
};
template <class T>
struct checked_default<parameter<T>> : std::true_type {};

}  // namespace pgmodel::detail
