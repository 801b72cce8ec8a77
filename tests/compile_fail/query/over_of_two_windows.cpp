// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: over() takes one window
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::sum(col<&person::age>).over(pg::partition_by(col<&person::team_id>), pg::order_by(col<&person::id>))));
#else
    db.all(pg::select(pg::sum(col<&person::age>).over(pg::partition_by(col<&person::team_id>).order_by(col<&person::id>))));
#endif
}
