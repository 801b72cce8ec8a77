// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: DISTINCT in GROUP BY is said of grouping sets
#include "../models.hpp"

#include <pgmodel/query/distinct_grouping.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::distinct(col<&person::name>, col<&person::age>);
#else
    (void)pg::distinct(col<&person::name>, pg::rollup(col<&person::age>));
#endif
}
