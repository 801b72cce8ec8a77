// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/introspect.hpp>
#include <pgmodel/migrate/normalise.hpp>
#include <pgmodel/schema/compare.hpp>

#include <vector>

namespace pgmodel::migrate {

PGMODEL_BODY
std::vector<schema::difference> compare(connection& db, const schema::database& model, const introspect_options& wanted,
                                        const schema::compare_options& options) {
    introspect_options all = wanted;
    all.owners = true;
    return schema::compare(normalise(db, model), introspect(db, all).database, options);
}

}  // namespace pgmodel::migrate
