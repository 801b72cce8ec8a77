// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: keys(), rollup() and cube() hold columns and expressions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::select(pg::count()).from(pg::model<person>);
#ifdef PGMODEL_BAD
    db.all(query.group_by(pg::rollup(col<&person::age>, pg::cube(col<&person::name>))));
#else
    db.all(query.group_by(pg::rollup(col<&person::age>, pg::keys(col<&person::name>, col<&person::state>)), pg::cube(col<&person::name>)));
    db.all(query.group_by(pg::grouping_sets(pg::rollup(col<&person::age>), pg::grouping_sets(pg::cube(col<&person::name>), pg::keys()))));
#endif
}
