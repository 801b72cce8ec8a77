// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: select distinct is ordered by what it selects
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::name>).distinct().order_by(col<&person::age>));
#else
    db.all(pg::select(col<&person::name>).distinct().order_by(col<&person::name>));
#endif
}
