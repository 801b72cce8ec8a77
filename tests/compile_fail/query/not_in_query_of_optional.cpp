// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: not_in() of a query that can give NULL finds nothing
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.not_in(pg::select(col<&person::nick>))));
#else
    db.all(pg::select<person>().where(col<&person::name>.not_in(pg::select(col<&team::name>))));
#endif
}
