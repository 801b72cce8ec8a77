// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: scalar() takes a query that selects one expression
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.scalar(pg::select(col<&person::name>, col<&person::age>));
#else
    db.scalar(pg::select(col<&person::name>));
#endif
}
