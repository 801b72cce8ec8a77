// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: excluded() is what a row was to be in on_conflict(), so it stands in do_update()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(pg::excluded(col<&seat::row>)));
}
#else
void run(pg::session& db) {
    db.all(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(col<&seat::row>));
}
#endif
