// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an outer join can make this value NULL, and the column cannot hold that; say pgmodel::coalesce(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::name> = col<&team::name>)
                   .from(pg::alias<person, "a">)
                   .left_join(pg::model<team>)
                   .on(col<&team::id> == 1)
                   .all_rows());
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::name> = pg::coalesce(col<&team::name>, ""))
                   .from(pg::alias<person, "a">)
                   .left_join(pg::model<team>)
                   .on(col<&team::id> == 1)
                   .all_rows());
#endif
}
