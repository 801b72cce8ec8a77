// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An aggregate belongs to the innermost query of which it has a column. One that has columns of outer queries only is
// an aggregate of these, wherever it stands: in SQL that is an error, or another question than the one that was asked.
#pragma once

#include <pgmodel/query/join_checks.hpp>
#include <pgmodel/query/select_checks.hpp>

namespace pgmodel::detail {

/// All that a query has of its own.
template <class From>
struct own_columns {
    template <class Tag, class Column = void>
    static constexpr bool has = From::template has<Tag> || is_cte_name<Tag>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class Node, class From>
constexpr bool is_of_outer_query() {
    if constexpr (std::is_void_v<typename Node::template stranger<own_columns<From>>>) return false;
    else return !speaks_of<Node, From, 0, From::count>;
}
/// A scope in which only the aggregates that are of an outer query are strangers.
template <class From>
struct aggregate_scope {
    template <class Tag, class Column = void>
    static constexpr bool has = true;
    template <class Node>
    static constexpr bool whole = false;
};
template <class From, class Node>
constexpr bool is_aggregate_outside() {
    if constexpr (requires { requires Node::reduces; }) return is_of_outer_query<Node, From>();
    else return false;
}
template <class From, class Node, class... Parts>
struct stranger_in_parts<aggregate_scope<From>, Node, Parts...>
    : std::conditional_t<is_aggregate_outside<From, Node>(), std::type_identity<Node>,
                         stranger_among<aggregate_scope<From>, Parts...>> {};
template <class From, class Node, class... Found>
struct stranger_found<aggregate_scope<From>, Node, Found...>
    : std::conditional_t<is_aggregate_outside<From, Node>(), std::type_identity<Node>, first_stranger<Found...>> {};

/// The first aggregate of a query, or of the queries of a set operation, that is of an outer one.
template <class Query>
struct outer_aggregate {
    using type = void;
};
template <class Query>
    requires requires { requires Query::is_grouped; }
struct outer_aggregate<Query> : stranger_among<aggregate_scope<typename Query::from_type>, typename Query::list_type,
                                               typename Query::having_type, typename Query::order_type> {};
template <class Query>
    requires joins_queries<Query>
struct outer_aggregate<Query> : first_stranger<typename outer_aggregate<typename Query::left_type>::type,
                                               typename outer_aggregate<typename Query::right_type>::type> {};

template <class Query>
    requires(requires { requires Query::is_grouped; } || joins_queries<Query>)
struct own_aggregates<Query> {
    static_assert(std::is_void_v<typename outer_aggregate<Query>::type>,
                  "pgmodel: this aggregate has columns of the outer query only, so PostgreSQL takes it for one of that "
                  "query; select it there, or give it a column of the query that it stands in");
    static constexpr bool value = true;
};

}  // namespace pgmodel::detail
