// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this takes the values of the primary key; by a condition rows are selected
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.remove<person>(col<&person::age> == 1);
#else
    db.execute(pg::delete_from(pg::model<person>).where(col<&person::age> == 1));
#endif
}
