// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: group_by() and distinct_on() take columns and expressions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(1));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(col<&person::age>));
#endif
}
