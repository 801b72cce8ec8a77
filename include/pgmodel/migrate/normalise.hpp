// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A model's schema in the server's own spelling. `#include <pgmodel/migrate/normalise.hpp>`
//
// PostgreSQL keeps expressions as trees, with every cast that it found necessary, and prints them in a way of its own;
// what `price >= 0` becomes depends on the types of columns, on operators and on the search path. No text of ours could
// follow that, so the server is asked: the objects are made in schemas of other names, read from the catalog as any
// others, and rolled back.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/session/connection.hpp>

namespace pgmodel::migrate {

/// The same schema with types and expressions as the server prints them, so that it can be compared with what
/// `introspect` gives.
///
/// The objects are made in schemas called `pgmodel_scratch_...` and rolled back, in a transaction of its own or in a
/// savepoint of the open one; nobody else sees them, and nothing is left. It needs the right to create schemas in the
/// database, and what the objects need besides: extensions, functions, the tables that keys point to. A table outside
/// of the model to which a key points is locked against writers for that time. Throws `server_error` for what the
/// server refuses.
PGMODEL_FUNCTION
schema::database normalise(connection& db, const schema::database& model);

/// The same of a registry's models.
template <class... Models>
schema::database normalise(connection& db, const registry<Models...>& models) {
    return normalise(db, schema::describe(models));
}

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/normalise.ipp>
#endif
