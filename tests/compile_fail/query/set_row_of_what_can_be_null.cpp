// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a column of this query can be NULL, and the column that it is given to cannot
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(
        pg::update(pg::model<person>)
            .set(pg::row(col<&person::name>, col<&person::age>) = pg::select(pg::null<std::string>, pg::lit<5>)
                                                                      .from(pg::model<team>)
                                                                      .where(col<&team::id> == col<&person::team_id>))
            .where(col<&person::id> == 1));
#else
    db.execute(
        pg::update(pg::model<person>)
            .set(pg::row(col<&person::name>, col<&person::age>) = pg::select(col<&team::name>, pg::lit<5>)
                                                                      .from(pg::model<team>)
                                                                      .where(col<&team::id> == col<&person::team_id>))
            .where(col<&person::id> == 1));
#endif
}
