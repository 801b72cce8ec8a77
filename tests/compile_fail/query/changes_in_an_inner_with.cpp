// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement that changes rows has its place in the WITH of the outermost statement only
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::with(pg::cte(pg::with(pg::cte(pg::insert_into(pg::model<seat>)
        .values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(pg::model<seat>))).select<team>())).select<team>());
}
#else
void run(pg::session& db) {
    db.all(pg::with(pg::cte(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(pg::model<seat>))).select<team>());
}
#endif
