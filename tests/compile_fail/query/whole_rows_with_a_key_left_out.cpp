// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: whole_model<person>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::select(pg::model<person>, pg::count());
#ifdef PGMODEL_BAD
    db.all(query.group_by(col<&person::id>, pg::rollup(col<&person::name>)));
#else
    db.all(query.group_by(col<&person::id>, pg::rollup(col<&person::id>)));
    db.all(pg::select(col<&person::name>, col<&person::age>).group_by(col<&person::id>, pg::rollup(col<&person::name>)));
#endif
}
