// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps that make one schema of another. `#include <pgmodel/schema/alter.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alter_options.hpp>
#include <pgmodel/schema/step.hpp>
#include <pgmodel/schema/values.hpp>

#include <vector>

namespace pgmodel::schema {

/// The steps after which a database that is as `found` says is as `expected` says, in an order that works. Both must be
/// as the server prints them, as for `compare`. What ALTER cannot do has no step: another partition key, a composite
/// type whose attributes stand in another order, a range type over something else, a label that goes or moves of an
/// enum that one of these is made of. Nothing is taken for renamed but
/// constraints, indexes, triggers, rules and policies that are the same but for their names: a column or table of
/// another name is dropped and made.
PGMODEL_FUNCTION
std::vector<step> alter_statements(const database& expected, const database& found, const alter_options& options = {});

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/alter.ipp>
#endif
