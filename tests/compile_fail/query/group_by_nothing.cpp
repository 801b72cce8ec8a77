// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: group_by() and distinct_on() take at least one column or expression
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by());
#else
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(col<&person::age>));
#endif
}
