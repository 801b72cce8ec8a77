// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an expression is no variable
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> += 1).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = col<&person::age> + 1).all_rows());
#endif
}
