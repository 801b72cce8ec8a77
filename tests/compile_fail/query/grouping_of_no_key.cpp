// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: grouping() takes keys of group_by(), as they stand there
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(col<&person::id>, pg::grouping(col<&person::age>)).group_by(col<&person::id>));
#else
    (void)db.all(pg::select(col<&person::id>, pg::grouping(col<&person::id>)).group_by(pg::rollup(col<&person::id>)));
#endif
}
