// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this statement returns no rows that could be read; add .returning(...), or give it a name only
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::with(pg::cte(pg::insert_into(pg::model<seat>)
        .values(col<&seat::row> = 1, col<&seat::number> = 2))).select<team>());
}
#else
void run(pg::session& db) {
    db.all(pg::with(pg::cte<"added">(pg::insert_into(pg::model<seat>)
        .values(col<&seat::row> = 1, col<&seat::number> = 2))).select<team>());
}
#endif
