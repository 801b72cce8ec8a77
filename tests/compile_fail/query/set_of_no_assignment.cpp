// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set() takes columns with their values: pgmodel::col<&model::field> = value
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> == 5).where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).where(col<&person::id> == 1));
#endif
}
