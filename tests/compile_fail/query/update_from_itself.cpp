// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the table whose rows are changed is named again beside it; give it another name there
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).from(pg::model<person>).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).from(pg::alias<person, "other">).all_rows());
#endif
}
