// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: keys(), rollup() and cube() hold columns and expressions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::select(pg::count()).from(pg::model<person>);
#ifdef PGMODEL_BAD
    db.all(query.group_by(pg::keys(col<&person::age>, pg::grouping_sets(col<&person::name>))));
#else
    db.all(query.group_by(pg::keys(col<&person::age>, col<&person::name>)));
#endif
}
