// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Is a database what the models say? `#include <pgmodel/migrate/compare.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/introspect.hpp>
#include <pgmodel/migrate/normalise.hpp>
#include <pgmodel/schema/compare.hpp>

#include <vector>

namespace pgmodel::migrate {

/// In what a database differs from a model's schema: `introspect` compared with `normalise`. What the database has and
/// `schema::compare` cannot see is what `introspect` lists as unsupported.
template <class = pgmodel::detail::when_used>
std::vector<schema::difference> compare(connection& db, const schema::database& model,
                                        const introspect_options& wanted = {},
                                        const schema::compare_options& options = {}) {
    introspect_options all = wanted;
    all.owners = true;
    return schema::compare(normalise(db, model), introspect(db, all).database, options);
}

/// The same of a registry's models.
template <class... Models>
std::vector<schema::difference> compare(connection& db, const registry<Models...>& models,
                                        const introspect_options& wanted = {},
                                        const schema::compare_options& options = {}) {
    return compare(db, schema::describe(models), wanted, options);
}

}  // namespace pgmodel::migrate
