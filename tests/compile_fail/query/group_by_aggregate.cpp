// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate or a window function has no place in group_by()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(pg::max(col<&person::age>)));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(col<&person::age>));
#endif
}
