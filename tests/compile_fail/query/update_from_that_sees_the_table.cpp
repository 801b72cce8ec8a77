// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a join or a subquery beside the table whose rows are changed cannot speak of that table
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = 5)
                   .from(pg::alias<person, "a">)
                   .join(pg::model<team>)
                   .on(col<&team::id> == col<&person::team_id>)
                   .all_rows());
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = 5)
                   .from(pg::alias<person, "a">)
                   .join(pg::model<team>)
                   .on(col<&team::id> == pg::alias<person, "a">[col<&person::team_id>])
                   .all_rows());
#endif
}
