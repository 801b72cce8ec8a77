// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: window functions are made after WHERE, GROUP BY and HAVING
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::row_number().over() < 3));
#else
    db.all(pg::select<person>().where(col<&person::age> < 3));
#endif
}
