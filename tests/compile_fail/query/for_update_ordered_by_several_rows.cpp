// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: for_update() and the like lock rows of tables
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::select(col<&person::id>).order_by(pg::unnest(col<&person::tags>));
#ifdef PGMODEL_BAD
    db.all(query.for_update());
#else
    db.all(query);
#endif
}
