// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: where() takes a condition; compare the column with a value first
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .on_conflict(col<&seat::row>, col<&seat::number>).do_update(col<&seat::row> = 1).where(col<&seat::row>));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .on_conflict(col<&seat::row>, col<&seat::number>).do_update(col<&seat::row> = 1).where(col<&seat::row> > 1));
}
#endif
