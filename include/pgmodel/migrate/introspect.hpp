// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A live database as schema values. `#include <pgmodel/migrate/introspect.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/introspect_options.hpp>
#include <pgmodel/schema/values.hpp>
#include <pgmodel/session/connection.hpp>

#include <vector>

namespace pgmodel::migrate {

/// What `introspect` has read. Nothing is left out in silence: what schema values cannot say is listed.
struct introspection {
    schema::database database{};
    std::vector<unsupported_object> unsupported{};
};

/// Reads tables, types and sequences from the catalog, with a number of queries that does not depend on how many there
/// are, in one snapshot unless a transaction is open already. Names are in order; a name is without its schema where
/// CREATE would choose this schema by the search path, and so are names within types and expressions that the search
/// path finds.
PGMODEL_FUNCTION
introspection introspect(connection& db, const introspect_options& wanted = {});

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/introspect.ipp>
#endif
