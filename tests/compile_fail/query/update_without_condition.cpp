// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this statement would change every row of its table; add .where(...), or say .all_rows()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5));
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).all_rows());
#endif
}
