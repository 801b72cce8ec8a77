// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// In what two schemas differ. `#include <pgmodel/schema/compare.hpp>`
//
// Types and expressions are compared as text, and PostgreSQL does not keep the text that it was given: `price >= 0`
// comes back as `(price >= (0)::numeric)`. So both sides must be as the server prints them, as `migrate::introspect`
// gives a database and `migrate::normalise` models.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/difference.hpp>
#include <pgmodel/schema/values.hpp>

#include <vector>

namespace pgmodel::schema {

/// What is missing, unexpected or otherwise in `found`, in an order that does not depend on that of the objects.
/// Objects are the same by their names; a constraint or index that was only renamed is a changed name. What no catalog
/// holds is not compared: the names of fields, and what happens to a temporary table at COMMIT.
PGMODEL_FUNCTION
std::vector<difference> compare(const database& expected, const database& found, const compare_options& options = {});

/// The same of one table.
PGMODEL_FUNCTION
std::vector<difference> compare(const table& expected, const table& found, const compare_options& options = {});

}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/compare.ipp>
#endif
