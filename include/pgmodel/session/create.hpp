// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// create_all and drop_all.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/values.hpp>

namespace pgmodel::detail {

class channel;

/// Makes what is missing of a database: types, sequences, functions, views, and tables whole, with all that is theirs;
/// partitions also of tables that are there.
PGMODEL_FUNCTION
void create_missing(channel& c, schema::database db);
PGMODEL_FUNCTION
void drop_present(channel& c, const schema::database& db);

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/create.ipp>
#endif
