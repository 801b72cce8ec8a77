// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a join follows from() of an update or using_() of a delete, whose tables it joins
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = 5)
                   .join(pg::model<team>)
                   .on(col<&team::id> == 1)
                   .all_rows());
#else
    db.execute(
        pg::update(pg::model<person>).set(col<&person::age> = 5).from(pg::model<team>).where(col<&team::id> == 1));
#endif
}
