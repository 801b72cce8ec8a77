// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() is said once, before the joins; name all its tables there
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = 5)
                   .from(pg::model<team>)
                   .from(pg::model<seat>)
                   .all_rows());
#else
    db.execute(
        pg::update(pg::model<person>).set(col<&person::age> = 5).from(pg::model<team>, pg::model<seat>).all_rows());
#endif
}
