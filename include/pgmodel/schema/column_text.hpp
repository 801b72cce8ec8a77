// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Columns as they stand in CREATE TABLE, and what can only be said of them afterwards.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema::detail {

/// `name text collate "C" not null default 'x'`
PGMODEL_FUNCTION
std::string column_text(const column& c);

/// `alter table name alter column name`
PGMODEL_FUNCTION
std::string alter_column(const std::string& schema, const std::string& table, const column& c);

/// `alter table name alter column name set statistics 500`; nothing where nothing is said.
PGMODEL_FUNCTION
std::string set_statistics(const qualified_name& table, const column& c);

/// What PostgreSQL 15 says of a column only by ALTER TABLE: storage, statistics target, parameters.
PGMODEL_FUNCTION
void add_column_settings(const table& t, const column& c, std::vector<std::string>& out);

}  // namespace pgmodel::schema::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/column_text.ipp>
#endif
