// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The text of a statement with its values in it. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/arguments.hpp>
#include <pgmodel/query/run_time_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::detail {

/// The text of a statement, as it is or wrapped, with its values as literals.
template <class Statement, class Query, class... Bound>
std::string literal_sql(const Query& query, const Bound&... bound) {
    static_assert(arguments_of<Statement, Bound...>::value);
    std::vector<std::string> literals;
    argument_collector<value_gatherer, Bound...> gather({nullptr, &literals}, bound...);
    query.visit(gather);
    return with_literals(render_at_run_time<Statement>(query).sql(), literals);
}

}  // namespace pgmodel::detail
