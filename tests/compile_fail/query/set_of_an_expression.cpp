// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a column, or a part of one that [] names, stands on the left of =
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set((col<&person::age> + 1) = 5).where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).where(col<&person::id> == 1));
#endif
}
