// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() takes pgmodel::model<...>, an alias, or a source
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::with(pg::cte<"added">(pg::insert_into(pg::model<seat>)
        .values(col<&seat::row> = 1, col<&seat::number> = 2))).select<team>()
        .from(pg::cte<"added">(pg::insert_into(pg::model<seat>)
        .values(col<&seat::row> = 1, col<&seat::number> = 2))));
}
#else
void run(pg::session& db) {
    db.all(pg::with(pg::cte<"added">(pg::insert_into(pg::model<seat>)
        .values(col<&seat::row> = 1, col<&seat::number> = 2))).select<team>());
}
#endif
