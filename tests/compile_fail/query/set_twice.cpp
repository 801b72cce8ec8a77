// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a column is given a value twice; name it once
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = 5, col<&person::name> = "x", col<&person::age> = 6)
                   .where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = 5, col<&person::name> = "x")
                   .where(col<&person::id> == 1));
#endif
}
