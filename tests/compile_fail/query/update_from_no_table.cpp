// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).from(col<&team::id>).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).from(pg::model<team>).all_rows());
#endif
}
