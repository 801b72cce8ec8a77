// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The system columns that each table has (PostgreSQL manual 5.5), and a subquery, a common table expression or a view
// has not. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/column.hpp>
#include <pgmodel/query/joins.hpp>
#include <pgmodel/query/known_columns.hpp>
#include <pgmodel/types/object_id.hpp>
#include <pgmodel/types/tid.hpp>
#include <pgmodel/types/xid.hpp>

#include <string>

namespace pgmodel {
namespace detail {

template <class T, fixed_string Name, class Value>
struct system_column : members<system_column<T, Name, Value>> {
    static_assert(!is_plain_view<T>, "pgmodel: a view has no system columns; ask the tables that it is made of");
    using owner = T;
    using value_type = Value;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = typename column_stranger<Tables, T, system_column>::type;
    template <class Nulls>
    static constexpr bool null_in = Nulls::template source<T>;

    template <class Given>
    constexpr auto operator=(const Given&) const {
        static_assert(never<Given>, "pgmodel: a system column is the server's own, and no statement sets it");
    }

    static constexpr void write(text_writer& out, const system_column*) {
        out.template qualifier<T>();
        out.append(Name.view());
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// It is a stranger to what is no table, too.
template <class Column>
struct of_no_table {};
template <class From, std::size_t N, class With, class Windows, class Outer, class T, fixed_string Name, class Value>
struct column_stranger<query_scope<From, N, With, Windows, Outer>, T, system_column<T, Name, Value>> {
    using column = system_column<T, Name, Value>;
    static constexpr bool of_table =
        !From::template has<T> || (From::template is_table<T> && !With::template has<cte_name<T>>);
    using type = std::conditional_t<!query_scope<From, N, With, Windows, Outer>::template has<T, column>, column,
                                    std::conditional_t<of_table, void, of_no_table<column>>>;
};
template <class Column, class From>
struct column_of_query<of_no_table<Column>, From> {
    static_assert(std::is_void_v<Column>,
                  "pgmodel: only tables have system columns, and this struct stands for a subquery, a query in WITH or "
                  "a function; select the column there, into a field of its own");
    static constexpr bool value = false;
};

}  // namespace detail

/// The place of the row's version, which every update changes: `pg::ctid<reading>`, and of an alias
/// `other[pg::ctid<reading>]`. It tells rows apart that are equal in all columns, within one statement; those of a
/// partitioned table together with `tableoid`.
template <class T>
inline constexpr detail::system_column<T, "ctid", tid> ctid{};
/// The table that the row stands in: of a partitioned table a partition. `pg::regclass(pg::tableoid<T>)` is its name.
template <class T>
inline constexpr detail::system_column<T, "tableoid", object_id> tableoid{};
/// The transaction that has written this version of the row.
template <class T>
inline constexpr detail::system_column<T, "xmin", xid> xmin{};
/// The transaction that has removed or locked it; 0 if none has, as behind INSERT ... ON CONFLICT for a new row.
template <class T>
inline constexpr detail::system_column<T, "xmax", xid> xmax{};

/// `cast(cast(x as regclass) as text)`: the name of a table by its number, with its schema where the search path needs
/// one.
template <detail::expression E>
constexpr auto regclass(E e) {
    static_assert(std::is_same_v<typename E::value_type, object_id>,
                  "pgmodel: regclass() takes the number of a table: pgmodel::regclass(pgmodel::tableoid<model>)");
    return detail::call < "cast(cast(", " as regclass) as text)", std::string,
           (E::nullable ? detail::can_be_null : 0) | detail::null_of_null, E > (std::move(e));
}

}  // namespace pgmodel
