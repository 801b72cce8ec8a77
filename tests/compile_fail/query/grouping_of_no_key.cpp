// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::grouping(col<&person::age>)).group_by(pg::rollup(col<&person::name>)));
#else
    db.all(pg::select(pg::grouping(col<&person::name>)).group_by(pg::rollup(col<&person::name>)));
#endif
}
