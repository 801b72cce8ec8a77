// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: DISTINCT is said of a query, .distinct(), or of an aggregate, pgmodel::count(x).distinct(); that of GROUP BY
// expect: #include <pgmodel/query/distinct_grouping.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/distinct_grouping.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::distinct(pg::rollup(col<&person::age>, col<&person::id>));
#else
    (void)pg::distinct(pg::rollup(col<&person::age>, col<&person::id>));
#endif
}
