// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function has no place in returning()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.all(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(pg::row_number()));
}
#else
void run(pg::session& db) {
    db.all(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .returning(col<&seat::row>));
}
#endif
