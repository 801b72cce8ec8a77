// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this takes a query
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.count<person>(col<&person::age> == 1);
#else
    db.count(pg::select<person>().where(col<&person::age> == 1));
#endif
}
