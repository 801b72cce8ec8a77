// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE VIEW.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/comment_text.hpp>

#include <string>

namespace pgmodel::schema {

/// `create materialized view name with (fillfactor = 70) as select ... with no data`, without its indexes.
PGMODEL_FUNCTION
std::string create_view(const view& v);
/// `drop view if exists name`
PGMODEL_FUNCTION
std::string drop_view(const view& v);

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/view_text.ipp>
#endif
