// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a whole column has a default
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(
        pg::update(pg::model<person>).set(col<&person::tags>[1] = pg::default_value).where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::tags>[1] = "x").where(col<&person::id> == 1));
#endif
}
