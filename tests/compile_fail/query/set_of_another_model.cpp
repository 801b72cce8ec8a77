// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is of another model than the table that is written to
// expect: &team::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&team::name> = "x").where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::name> = "x").where(col<&person::id> == 1));
#endif
}
