// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is said of a column that no table of its query has, and of a window or a common table expression that is not
// there.
#pragma once

#include <pgmodel/expression/alias.hpp>
#include <pgmodel/expression/window.hpp>

namespace pgmodel::detail {

/// The name of a common table expression, as a scope is asked for it.
template <class Tag>
struct cte_name {};
/// A scope of common table expressions without tables: all that values can speak of, and no column of a query inside.
template <class T>
inline constexpr bool is_cte_name = false;
template <class Tag>
inline constexpr bool is_cte_name<cte_name<Tag>> = true;
struct only_ctes {
    template <class Name, class Column = void>
    static constexpr bool has = is_cte_name<Name>;
    template <class Node>
    static constexpr bool whole = false;
};

/// Is it of a table of the query, which is not seen where the column stands?
template <class Stranger, class From>
inline constexpr bool is_unseen = false;
template <auto M, class From>
    requires requires { requires From::template has<owner_of<M>>; }
inline constexpr bool is_unseen<column<M>, From> = true;
template <class Alias, class Column, class From>
    requires requires { requires From::template has<Alias>; }
inline constexpr bool is_unseen<alias_column<Alias, Column>, From> = true;
template <class Stranger, class From>
struct column_of_query {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: this column belongs to a model that is not part of the query; join that model");
    static constexpr bool value = true;
};
template <class Stranger, class From>
    requires is_unseen<Stranger, From>
struct column_of_query<Stranger, From> {
    static_assert(std::is_void_v<Stranger>,
                  "pgmodel: this column's table is part of the query, and not seen here: it stands later in FROM or "
                  "outside of pgmodel::joined(...), a subquery there is no pgmodel::lateral(...), or a table of the "
                  "subquery has its name; then give one "
                  "of them another with pgmodel::alias<model, \"name\">");
    static constexpr bool value = false;
};
template <auto M, class From>
    requires(!is_unseen<column<M>, From> && requires { owner_of<M>::embeddable(); })
struct column_of_query<column<M>, From> {
    static_assert(std::is_void_v<From>,
                  "pgmodel: this field is of a struct that is embedded in models; name the way to "
                  "it: pgmodel::col<&model::part, &part::field>");
    static constexpr bool value = false;
};
template <class T, fixed_string Name, class Column, class From>
    requires(!is_unseen<alias_column<aliased<T, Name>, Column>, From>)
struct column_of_query<alias_column<aliased<T, Name>, Column>, From> {
    static_assert(std::is_void_v<Column>,
                  "pgmodel: this alias is not part of the query; join it: .join(alias).on(...)");
    static constexpr bool value = false;
};
template <class T, class Column, class From>
struct column_of_query<alias_column<aliased<T, "excluded">, Column>, From> {
    static_assert(std::is_void_v<Column>,
                  "pgmodel: excluded() is what a row was to be in on_conflict(), so it stands in do_update() and "
                  "the where() behind it, and is of the model that is inserted into");
    static constexpr bool value = false;
};
template <class T, class Column, class From>
struct column_of_query<alias_column<aliased<T, "old">, Column>, From> {
    static_assert(std::is_void_v<Column>,
                  "pgmodel: old() is what a row was before a statement changed it, so it stands in returning(), is "
                  "of the model whose rows are changed, and is not seen where a table or an alias is called old");
    static constexpr bool value = false;
};
template <class T, class Column, class From>
struct column_of_query<alias_column<aliased<T, "new">, Column>, From> {
    static_assert(std::is_void_v<Column>,
                  "pgmodel: new_() is what a row is after a statement has changed it, so it stands in returning(), is "
                  "of the model whose rows are changed, and is not seen where a table or an alias is called new");
    static constexpr bool value = false;
};
template <fixed_string Name, class From>
struct column_of_query<named_window<Name>, From> {
    static_assert(Name.size() == 0,
                  "pgmodel: this window is not defined; say .window(pgmodel::window<\"name\">.as(...))");
    static constexpr bool value = false;
};
template <fixed_string Name, class From>
struct column_of_query<extended_window<Name>, From> {
    static_assert(Name.size() == 0,
                  "pgmodel: this window is not defined, or has an order or a frame of its own, so that no other order "
                  "can be said of it; say .window(pgmodel::window<\"name\">.as(pgmodel::partition_by(...)))");
    static constexpr bool value = false;
};
template <class Tag, class From>
struct column_of_query<cte_name<Tag>, From> {
    static_assert(std::is_void_v<Tag>,
                  "pgmodel: this query reads a common table expression that it does not have; begin it with "
                  "pgmodel::with(...)");
    static constexpr bool value = false;
};

}  // namespace pgmodel::detail
