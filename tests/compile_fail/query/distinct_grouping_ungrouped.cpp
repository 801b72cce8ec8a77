// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
#include "../models.hpp"

#include <pgmodel/query/distinct_grouping.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::nick>, pg::count()).group_by(pg::distinct(pg::rollup(col<&person::name>))));
#else
    db.all(pg::select(col<&person::name>, pg::count()).group_by(pg::distinct(pg::rollup(col<&person::name>))));
#endif
}
