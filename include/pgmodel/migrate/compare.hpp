// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Is a database what the models say? `#include <pgmodel/migrate/compare.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/introspect_options.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/schema/difference.hpp>
#include <pgmodel/session/connection.hpp>

#include <vector>

namespace pgmodel::migrate {

/// In what a database differs from a model's schema: `introspect` compared with `normalise`. What the database has and
/// `schema::compare` cannot see is what `introspect` lists as unsupported.
PGMODEL_FUNCTION
std::vector<schema::difference> compare(connection& db, const schema::database& model,
                                        const introspect_options& wanted = {},
                                        const schema::compare_options& options = {});

/// The same of a registry's models.
template <class... Models>
std::vector<schema::difference> compare(connection& db, const registry<Models...>& models,
                                        const introspect_options& wanted = {},
                                        const schema::compare_options& options = {}) {
    return compare(db, schema::describe(models), wanted, options);
}

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/compare.ipp>
#endif
