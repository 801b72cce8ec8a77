// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE STATISTICS.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/comment_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

namespace detail {

/// `(ndistinct, mcv) on a, lower(b)`
PGMODEL_FUNCTION
std::string statistics_definition(const statistics& s);

}  // namespace detail

/// `create statistics name (ndistinct, mcv) on a, lower(b) from t`
template <class Table>
std::string create_statistics(const Table& t, const statistics& s) {
    return "create statistics " + detail::qualified(t.schema, s.name) + " " + detail::statistics_definition(s) +
           " from " + detail::qualified(t.schema, t.name);
}
/// `drop statistics name`
PGMODEL_FUNCTION
std::string drop_statistics(const table& t, const statistics& s);

namespace detail {

template <class Table>
void add_statistics(const Table& t, std::vector<std::string>& out) {
    for (const auto& s : t.extended_statistics) {
        const std::string object = "statistics " + qualified(t.schema, s.name);
        out.push_back(create_statistics(t, s));
        if (s.target >= 0) out.push_back("alter " + object + " set statistics " + std::to_string(s.target));
        add_comment(object, s.comment, out);
    }
}

}  // namespace detail
}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/statistics_text.ipp>
#endif
