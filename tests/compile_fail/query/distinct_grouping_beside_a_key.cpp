// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: DISTINCT is said of all that GROUP BY has
#include "../models.hpp"

#include <pgmodel/query/distinct_grouping.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select(pg::count()).group_by(pg::distinct(pg::rollup(col<&person::name>)), col<&person::age>);
#else
    (void)pg::select(pg::count()).group_by(pg::distinct(pg::rollup(col<&person::name>), col<&person::age>));
#endif
}
