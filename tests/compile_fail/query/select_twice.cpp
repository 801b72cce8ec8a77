// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query selects once, all that it gives: pgmodel::select(a, b).from(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().select(col<&person::age>));
#else
    db.all(pg::select(col<&person::age>));
#endif
}
