// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: DISTINCT is pgmodel::select(...).distinct()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select_distinct(col<&person::age>));
#else
    db.all(pg::select(col<&person::age>).distinct());
#endif
}
