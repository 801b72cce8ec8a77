// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/statistics_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
std::string statistics_definition(const statistics& s) {
    std::string out;
    for (const auto& kind : s.kinds) out += (out.empty() ? "(" : ", ") + kind;
    out += s.kinds.empty() ? "on " : ") on ";
    const char* before = "";
    for (const auto& column : s.columns) out += before + quote_identifier(column), before = ", ";
    for (const auto& expression : s.expressions) out += before + expression, before = ", ";
    return out;
}

}  // namespace detail

PGMODEL_BODY
std::string drop_statistics(const table& t, const statistics& s) {
    return "drop statistics " + detail::qualified(t.schema, s.name);
}

}  // namespace pgmodel::schema
