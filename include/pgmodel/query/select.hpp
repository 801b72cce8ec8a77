// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SELECT: `pg::select<article>().where(...).order_by(...).limit(10)`. The type of the query holds everything but the
// values of its parameters, so its text is a constant: `decltype(q)::sql`. Every member returns a new query.
#pragma once

#include <pgmodel/query/returning.hpp>
#include <pgmodel/query/select_query.hpp>

#include <string>

namespace pgmodel {
namespace detail {

/// A query of which at most `Most` rows are wanted. What changes rows cannot be made smaller, nor stand inside another
/// query.
template <std::size_t Most, class Query>
struct limited_query {
    static constexpr void write(text_writer& out, const Query* query = nullptr) {
        // The query may have a limit of its own.
        if constexpr (Query::limited) out.append("select * from (");
        Query::write(out, query);
        if constexpr (Query::limited) out.append(") as q");
        out.append(" limit ");
        out.number(Most);
    }
};
template <std::size_t Most, class Query>
    requires changes_rows<Query>
struct limited_query<Most, Query> {
    static constexpr void write(text_writer& out, const Query* query = nullptr) { Query::write(out, query); }
};

/// FROM as the select list implies it: the table of its first column; void for none.
template <class Tag>
struct implied_from {
    static_assert(checked_struct<model_of<Tag>>::value && checked_fields<model_of<Tag>>::value);
    using item = join_item<join_kind::implied, table_source<Tag>, no_clause>;
    static constexpr auto make() { return from_list<item>{{item{}}}; }
};
template <>
struct implied_from<void> {
    static constexpr auto make() { return from_list<>{{}}; }
};
template <class With, class... Items>
[[gnu::always_inline]] constexpr auto start_select(With ctes, Items... items) {
    using list = select_list<Items...>;
    using from = implied_from<typename source_of<typename list::template stranger<table_list<>>>::type>;
    using no = no_clause;
    return select_query<list, decltype(from::make()), no, no, no, no, rare_clauses<With, no, no, no, no, no>>{
        {}, list{{}, {std::move(items)...}}, from::make(), {}, {}, {}, {}, {std::move(ctes), {}, {}, {}, {}, {}}};
}
template <class... What>
constexpr bool can_be_selected() {
    static_assert(!(lacks_over<What> || ...), "pgmodel: a window function needs its window; say .over(...)");
    static_assert(!(std::is_base_of_v<without_order, What> || ...),
                  "pgmodel: this aggregate needs the order of its rows; say .within_group(...)");
    constexpr bool fit = sizeof...(What) > 0 && (selectable<What> && ...);
    static_assert(fit || ((lacks_over<What> || std::is_base_of_v<without_order, What>) || ...),
                  "pgmodel: select() takes columns and expressions, and pgmodel::model<...> for whole rows");
    constexpr bool known = !(lacks_header<What> || ...);
    static_assert(known,
                  "pgmodel: the type of what is selected is only declared; include its header, such as "
                  "<pgmodel/types/tsvector.hpp>, or <pgmodel/types/nothing.hpp> for a function that returns void");
    return fit && known;
}

}  // namespace detail

/// The SQL text of a query, also of one with parts that were put together at run time.
template <detail::statement Query>
std::string sql_text(const Query& query) {
    static_assert(detail::checked_query<Query>::value);
    // Who has parts of the run has <pgmodel/query/run_time_text.hpp>.
    if constexpr (Query::dynamic) return std::string(render_at_run_time<Query>(query).sql());
    else return std::string(detail::rendered<Query>::sql);
}

/// `SELECT` of whole rows of a model; every column is named, never `*`.
template <class T>
[[gnu::always_inline]] constexpr auto select() {
    static_assert(detail::checked_model<T>::value);  // here, where few lines stand before the sentence
    return detail::start_select(detail::no_clause{}, detail::whole_model<T>{});
}
/// `SELECT` of expressions and models: one gives its value, several a std::tuple; what can be NULL, or missing after an
/// outer join, is a std::optional.
template <class... What>
constexpr auto select(What... what) {
    if constexpr (detail::can_be_selected<What...>())
        return detail::start_select(detail::no_clause{}, detail::as_item(std::move(what))...);
}

}  // namespace pgmodel
