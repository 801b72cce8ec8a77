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

/// The comments of a table, its columns, constraints and indexes. A constraint has its comment by its name.
PGMODEL_FUNCTION
void add_comments(const table& t, std::vector<std::string>& out);

}  // namespace detail
}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/comment_text.ipp>
#endif
