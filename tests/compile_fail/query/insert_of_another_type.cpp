// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: seat::row
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = "x", col<&seat::number> = 2));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2));
}
#endif
