// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How many rows a query finds, and whether it finds any: without what does not matter for that.
#pragma once

#include <pgmodel/query/select_query.hpp>

namespace pgmodel::detail {

/// Is there one row with this selected or without? A function may give several, or none.
template <class Item>
inline constexpr bool one_value =
    is_whole_model<Item> || requires { Item::pointer; } || requires { typename Item::column_type; };
template <literal_value V>
inline constexpr bool one_value<literal<V>> = true;
template <class List>
inline constexpr bool values_only = false;
template <class... Items>
inline constexpr bool values_only<select_list<Items...>> = (one_value<Items> && ...);
template <class Row, class... Items>
inline constexpr bool values_only<into_list<Row, Items...>> = (one_value<Items> && ...);

/// What must be written of a query of which only the number of rows matters.
template <class Query>
constexpr written form_for_rows() {
    if constexpr (requires { typename Query::list_type; })
        return values_only<typename Query::list_type> ? written::rows : written::listed_rows;
    else return written::whole;
}

/// Is its number of rows that of the rows which its FROM and WHERE leave?
template <class Query>
constexpr bool counts_itself() {
    if constexpr (requires { typename Query::list_type; })
        return values_only<typename Query::list_type> && !Query::is_distinct && !Query::is_grouped && !Query::limited &&
               Query::order_type::constant && !is_said<typename Query::windows_type> &&
               !is_said<typename Query::lock_type>;
    else return false;
}
/// `select count(*) from t where ...`, or `select count(*) from (select ...) as q`.
template <class Query>
constexpr void write_count(text_writer& out, const Query* query) {
    if constexpr (counts_itself<Query>()) {
        Query::write(out, query, written::number);
    } else {
        out.append("select count(*) from (");
        Query::write(out, query, form_for_rows<Query>());
        out.append(") as q");
    }
}

/// The statements of the session's count() and exists().
template <class Query>
struct count_query {
    static constexpr void write(text_writer& out, const Query* query = nullptr) { write_count(out, query); }
};
template <class Query>
struct any_query {
    static constexpr void write(text_writer& out, const Query* query = nullptr) {
        out.append("select exists (");
        Query::write(out, query, form_for_rows<Query>());
        out.append(")");
    }
};

}  // namespace pgmodel::detail
