// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a model says beside its types, as schema values.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/checks.hpp>
#include <pgmodel/schema/names.hpp>

#include <charconv>
#include <string>
#include <vector>

namespace pgmodel::schema::detail {

using namespace pgmodel::detail;

PGMODEL_FUNCTION
std::string checked_name(std::string_view name);

/// `ext.gist_trgm_ops`: what stands before the last dot is the schema.
PGMODEL_FUNCTION
qualified_name split_name(std::string_view name);
/// A B-tree is what an index is when nothing is said, so that is how it is kept.
PGMODEL_FUNCTION
std::string method_name(std::string_view said);
/// The name that `quote_identifier` has written.
PGMODEL_FUNCTION
std::string unquoted(std::string_view text);

/// What PostgreSQL calls an index's key that is no column: the function, what is cast or subscripted, or `expr`.
PGMODEL_FUNCTION
std::string expression_label(std::string_view text);

PGMODEL_FUNCTION
std::string number_text(double number);
PGMODEL_FUNCTION
parameter describe_parameter(const storage_parameter& p);
PGMODEL_FUNCTION
many<parameter> describe_parameters(const storage_parameters& list);
/// The columns of a model, and which of them is named.
struct described_columns {
    const column_facts* facts;
    std::size_t (*column_at)(const column_places& named, std::size_t i);
};
PGMODEL_FUNCTION
std::vector<std::string> names_at(const column_places& places, const described_columns& columns);

PGMODEL_FUNCTION
sequence_options describe_sequence(const sequence_request& said, std::string_view type);

/// Takes what is said of a constraint; each has some of these members.
template <class Value>
void take_options(Value& to, const constraint_options& said, const described_columns& columns) {
    to.name = checked_name(said.name);
    to.comment = said.comment;
    if constexpr (requires { to.include; }) {
        to.include = names_at(said.include, columns);
        to.parameters = describe_parameters(said.parameters);
        to.tablespace = said.tablespace;
    }
    if constexpr (requires { to.deferred; }) to.deferred = said.deferred;
    if constexpr (requires { to.nulls_not_distinct; }) to.nulls_not_distinct = said.nulls_not_distinct;
    if constexpr (requires { to.match_full; }) to.match_full = said.match_full;
    if constexpr (requires { to.not_valid; }) to.not_valid = said.not_valid;
    if constexpr (requires { to.no_inherit; }) to.no_inherit = said.no_inherit;
}

/// A table has its columns before anything is said of them; a partition has those of which it says something.
PGMODEL_FUNCTION
column& column_called(many<column>& columns, const std::string& name);

/// What is said of a column in few models.
PGMODEL_FUNCTION
void take_properties(column& to, const column_properties& said);

}  // namespace pgmodel::schema::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/describe_parts.ipp>
#endif
