// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: elements of this array can be NULL, and those of the field cannot
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::tags> = col<&person::tags> + col<&person::nick>).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::tags> = col<&person::tags> + col<&person::name>).all_rows());
#endif
}
