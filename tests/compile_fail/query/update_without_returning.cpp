// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this statement returns no rows; add .returning(...), or run it with db.execute()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.one(pg::update(pg::model<person>).set(col<&person::age> = 1).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 1).all_rows());
#endif
}
