// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Views as models whose rows are only read. `#include <pgmodel/objects.hpp>`
//
//     struct busy_author {
//         std::int64_t id{};
//         std::int64_t books{};
//         static constexpr auto table() {
//             return pgmodel::view("busy_authors", pgmodel::select(col<&book::author_id>, pgmodel::count())
//                                                      .from(pgmodel::model<book>).group_by(col<&book::author_id>));
//         }
//     };
#pragma once

#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/table.hpp>

#include <string_view>
#include <type_traits>

namespace pgmodel {
namespace detail {

/// The query of a view: a typed one, or text.
template <class Query, bool Materialized>
struct view_definition : item_tag {
    static constexpr bool makes_view = true;
    static constexpr bool materialized = Materialized;
    [[no_unique_address]] Query query;
};

struct no_data_item : item_tag {};

template <class Query>
inline constexpr bool is_sql_text = false;
template <fixed_string Text>
inline constexpr bool is_sql_text<sql_text<Text>> = true;
/// What the query builder makes; this layer knows no more of it.
template <class Query>
concept typed_query = requires {
    Query::column_types();
    Query::sql;
};

/// May stand in the declaration of a view.
template <class T, bool Materialized>
inline constexpr bool is_view_item =
    std::derived_from<T, object_tag> || std::is_same_v<T, in_schema_item> || std::is_same_v<T, comment_item> ||
    std::is_same_v<T, storage_parameter> || std::is_same_v<T, owner_item> ||
    (Materialized &&
     (std::is_same_v<T, tablespace_item> || std::is_same_v<T, access_method_item> || std::is_same_v<T, no_data_item>));
/// Of a field its name, its comment, that it is the key, and what it refers to.
template <auto M, class R, class X, bool Materialized>
inline constexpr bool is_view_item<field_declaration<M, R, nothing_said, nothing_said, X>, Materialized> = true;
template <auto M, bool Materialized>
inline constexpr bool is_view_item<transient_field<M>, Materialized> = true;
template <auto... M, bool Materialized>
inline constexpr bool is_view_item<primary_key_declaration<M...>, Materialized> = true;
template <class P, class... Keys>
inline constexpr bool is_view_item<index_declaration<P, Keys...>, true> = true;

template <class Query>
struct checked_view_query {
    static_assert(
        typed_query<Query> || is_sql_text<Query>,
        "pgmodel: view() takes a name and then a query, pgmodel::select(...) or pgmodel::sql<\"select ...\">; all else "
        "stands behind it");
    static constexpr bool constant = [] {
        if constexpr (typed_query<Query>) return Query::constant && !Query::dynamic;
        else return true;
    }();
    static_assert(
        constant,
        "pgmodel: the query of a view holds a plain value, and a view has no parameters; say pgmodel::lit<...>");
    static constexpr bool value = constant && (typed_query<Query> || is_sql_text<Query>);
};

/// Can the expression at its place fill this field?
template <class T, fixed_string Field, class Type, class Given>
struct view_field {
    static constexpr bool readable = holds_values_of<unwrapped<Type>, unwrapped<Given>>();
    static_assert(readable,
                  "pgmodel: a field of this view has another type than the expression at its place in the query");
    static_assert(!readable || is_optional<Type> || !is_optional<Given>,
                  "pgmodel: a field of this view is filled by an expression that can be NULL; make it a std::optional");
    static constexpr bool value = true;
};
/// The fields of a model that are columns, by their places.
template <class T>
constexpr std::size_t stored_field(std::size_t n) {
    std::size_t place = 0;
    while (!facts_of<T>.columns[place].stored() || n-- > 0) ++place;
    return place;
}
template <class T, class Columns, class Indices = std::make_index_sequence<facts_of<T>.stored()>>
struct view_fields {
    static constexpr bool value = std::is_void_v<Columns>;
    static_assert(value,
                  "pgmodel: the query of a view selects one expression for each field of the model, in their order");
};
template <class T, class... Given, std::size_t... I>
    requires(sizeof...(Given) == sizeof...(I))
struct view_fields<T, type_list<Given...>, std::index_sequence<I...>> {
    template <std::size_t Place, class Type>
    using field = view_field<T, column_as_argument<T, Place>(), column_type<Place, T>, Type>;
    static constexpr bool value = (field<stored_field<T>(I), Given>::value && ...);
};
/// Is a column of the query called like a field, which is filled by a column of another name?
template <class T, class Query>
constexpr bool swaps_names() {
    const auto& names = Query::column_names();
    for (const auto& name : names)
        for (std::size_t i = 0; i < names.size(); ++i)
            if (const auto& field = facts_of<T>.columns[stored_field<T>(i)].name;
                field == name && !names[i].empty() && names[i] != field)
                return true;
    return false;
}
template <class T, class Query, bool Materialized>
    requires typed_query<Query>
struct item_owner<T, view_definition<Query, Materialized>> : view_fields<T, decltype(Query::column_types())> {
    using fields = view_fields<T, decltype(Query::column_types())>;
    static_assert(!fields::value || !swaps_names<T, Query>(),
                  "pgmodel: a column of this view's query is called like a field at another place; say the fields in "
                  "the query's order, or select the columns in the order of the fields");
};

/// Does the server know which row of which table to change where a row of such a query is changed?
template <class Query>
constexpr bool is_updatable() {
    if constexpr (requires { Query::from_type::count; })
        return Query::from_type::count == 1 && !Query::is_grouped && !Query::is_distinct &&
               !Query::list_type::windowed && Query::list_type::special == 0 && !is_said<typename Query::with_type>;
    else return is_sql_text<Query>;  // of which nothing is known
}
struct check_option_finder {
    bool found = false;
    constexpr void operator()(const storage_parameter& parameter) { found |= parameter.name == "check_option"; }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class T, class Query>
struct item_stored<T, view_definition<Query, false>> {
    static constexpr bool checked = [] {
        check_option_finder find{};
        declare<T>().items.each(find);
        return find.found;
    }();
    static_assert(!checked || is_updatable<Query>(),
                  "pgmodel: only a view of single rows of one table has a check option, without joins, groups, "
                  "aggregates, window functions, DISTINCT, UNION and WITH; take it away");
    static constexpr bool value = true;
};

template <bool Materialized, class Query, class... Items>
constexpr auto make_view(const char* name, Query query, Items... items) {
    // What stands before the query is no query, and the query then no item: one of the two is said.
    static_assert(
        !checked_view_query<Query>::value || (is_view_item<Items, Materialized> && ... && true),
        "pgmodel: a view takes fields with a name, a comment, a key or a reference, in_schema, comment, with, owner, "
        "triggers and grants, and a materialized one indexes, a tablespace and with_no_data; the columns of an "
        "embedded struct "
        "are fields of its own, and what else they have is said of the tables");
    if constexpr (checked_view_query<Query>::value && (is_view_item<Items, Materialized> && ... && true))
        return table_declaration<view_definition<Query, Materialized>, Items...>{
            name, {view_definition<Query, Materialized>{{}, std::move(query)}, std::move(items)...}};
    else return table_declaration<>{name, {}};
}

}  // namespace detail

/// What the `table()` of a model returns whose rows are those of a query: `CREATE VIEW`. Of a typed query the
/// expressions fill the fields in their order, and are checked as those of `.into<...>()`; the columns of a text are
/// called like the fields, and checked when the view is first read. A field that is its key can be said to be, for
/// `find` and `get`.
template <class Query, class... Items>
constexpr auto view(const char* name, Query query, Items... items) {
    return detail::make_view<false>(name, std::move(query), std::move(items)...);
}
/// `CREATE MATERIALIZED VIEW`: its rows are kept, and made anew by `refresh_materialized_view`.
template <class Query, class... Items>
constexpr auto materialized_view(const char* name, Query query, Items... items) {
    return detail::make_view<true>(name, std::move(query), std::move(items)...);
}

/// A materialized view that is not filled when it is made, and cannot be read before it is refreshed.
inline constexpr detail::no_data_item with_no_data{};
/// Functions of a query on the view do not see rows that the view leaves out.
inline constexpr auto security_barrier = with("security_barrier", "true");
/// Who reads the view needs rights on its tables, instead of the view's owner.
inline constexpr auto security_invoker = with("security_invoker", "true");
/// Rows that are written through the view by raw SQL must be seen by it; `cascaded`: by views below it, too.
inline constexpr auto check_option_local = with("check_option", "local");
inline constexpr auto check_option_cascaded = with("check_option", "cascaded");

}  // namespace pgmodel
