// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements for eyes: over several lines, and with their values where that is asked for. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/literal_sql.hpp>
#include <pgmodel/query/pretty_text.hpp>
#include <pgmodel/query/returning.hpp>

#include <string>

namespace pgmodel {
namespace detail {

struct show_values_tag {};

}  // namespace detail

/// Asks for the values of a statement, which are not shown otherwise: they may be secrets.
inline constexpr detail::show_values_tag show_values{};

/// The SQL text of a statement with its values as literals of their own types, so that the server's console takes it
/// for the same statement. Placeholders are given as `pg::bind<"name">(value)`.
template <detail::statement Statement, class... Bound>
std::string sql_text(const Statement& statement, detail::show_values_tag, const Bound&... values) {
    static_assert(detail::checked_query<Statement>::value);
    return detail::literal_sql<Statement>(statement, values...);
}

/// The SQL text of a statement over several lines: a clause begins a line, a subquery is indented.
template <detail::statement Statement>
std::string pretty(const Statement& statement) {
    static_assert(detail::checked_query<Statement>::value);
    return pretty(detail::render_at_run_time<Statement>(statement).sql());
}
/// The same with its values: `pg::pretty(query, pg::show_values)`.
template <detail::statement Statement, class... Bound>
std::string pretty(const Statement& statement, detail::show_values_tag show, const Bound&... values) {
    return pretty(sql_text(statement, show, values...));
}

}  // namespace pgmodel
