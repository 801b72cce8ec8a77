// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set operations are said of the first query
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::union_all(pg::select(col<&person::name>), pg::select(col<&team::name>)));
#else
    db.all(pg::select(col<&person::name>).union_all(pg::select(col<&team::name>)));
#endif
}
