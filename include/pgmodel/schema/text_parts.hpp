// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What statements about tables are put together from: names, lists of columns, storage parameters, keys of indexes.
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/values.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema::detail {

PGMODEL_FUNCTION
std::string qualified(const std::string& schema, const std::string& name);
PGMODEL_FUNCTION
std::string qualified(const qualified_name& name);

PGMODEL_FUNCTION
std::string column_list(const std::vector<std::string>& columns);

/// `(fillfactor = 70, toast.autovacuum_enabled = false)`
PGMODEL_FUNCTION
std::string parameter_list(const many<parameter>& parameters);

/// ` with (fillfactor = 70)`
PGMODEL_FUNCTION
std::string with_clause(const many<parameter>& parameters);
PGMODEL_FUNCTION
std::string include_clause(const std::vector<std::string>& columns);
PGMODEL_FUNCTION
std::string tablespace_clause(const char* words, const std::string& name);

/// ` using gin`; nothing for a B-tree, which is what the server makes.
PGMODEL_FUNCTION
std::string method_clause(const std::string& method);

/// `title collate "C" text_pattern_ops desc nulls last`
PGMODEL_FUNCTION
std::string key_text(const index_key& key);

PGMODEL_FUNCTION
std::string deferral_clause(deferral deferred);

}  // namespace pgmodel::schema::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/text_parts.ipp>
#endif
