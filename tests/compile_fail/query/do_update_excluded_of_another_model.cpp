// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: excluded() is what a row was to be in on_conflict()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .on_conflict(col<&seat::row>, col<&seat::number>)
        .do_update(col<&seat::row> = pg::cast<int>(pg::excluded(col<&team::id>))));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .on_conflict(col<&seat::row>, col<&seat::number>)
        .do_update(col<&seat::row> = pg::excluded(col<&seat::number>)));
}
#endif
