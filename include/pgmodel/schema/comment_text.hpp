// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// COMMENT ON, for whatever has a comment.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// `comment on <object> is '...'`; an empty comment takes it away.
PGMODEL_FUNCTION
std::string comment_on(const std::string& object, const std::string& comment);

namespace detail {

/// The statement for a comment, if there is one.
PGMODEL_FUNCTION
void add_comment(const std::string& object, const std::string& comment, std::vector<std::string>& out);

/// The comments of a table or partition, its columns, constraints and indexes. A constraint has its comment by its
/// name.
template <class Table>
void add_comments(const Table& t, std::vector<std::string>& out) {
    const std::string name = qualified(t.schema, t.name);
    add_comment("table " + name, t.comment, out);
    for (const auto& c : t.columns) add_comment("column " + name + "." + quote_identifier(c.name), c.comment, out);
    const auto constraint = [&](const auto& c) {
        add_comment("constraint " + quote_identifier(c.name) + " on " + name, c.comment, out);
    };
    constraint(t.primary_key);
    for (const auto& k : t.unique_keys) constraint(k);
    for (const auto& c : t.checks) constraint(c);
    for (const auto& f : t.foreign_keys) constraint(f);
    for (const auto& e : t.exclusions) constraint(e);
    for (const auto& i : t.indexes) add_comment("index " + qualified(t.schema, i.name), i.comment, out);
}

}  // namespace detail
}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/comment_text.ipp>
#endif
