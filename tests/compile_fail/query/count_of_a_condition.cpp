// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this takes a query, such as pgmodel::select<model>()
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    row.id = db.count(col<&person::age> == 5);
#else
    row.id = db.count(pg::select<person>().where(col<&person::age> == 5));
#endif
}
