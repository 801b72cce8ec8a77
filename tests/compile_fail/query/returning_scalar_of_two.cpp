// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: scalar() takes a query that selects one expression; use one()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.scalar(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(col<&seat::row>, col<&seat::number>));
}
#else
void run(pg::session& db) {
    db.scalar(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(col<&seat::row>));
}
#endif
