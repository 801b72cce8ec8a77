// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: into() says what the rows of returning() are; say that before it
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2).into<seat>()
        .returning(col<&seat::row>, col<&seat::number>));
}
#else
void run(pg::session& db) {
    db.all(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(col<&seat::row>, col<&seat::number>).into<seat>());
}
#endif
