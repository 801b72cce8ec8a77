// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a set operation is ordered by columns that its first query selects
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::id>).union_(pg::select(col<&person::id>)).order_by(col<&team::name>));
#else
    db.all(pg::select(col<&team::id>).union_(pg::select(col<&person::id>)).order_by(col<&team::id>));
#endif
}
