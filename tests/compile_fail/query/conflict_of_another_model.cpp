// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: on_conflict() takes columns of the model that is inserted into, without an alias
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .on_conflict(col<&team::id>).do_nothing());
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .on_conflict(col<&seat::row>, col<&seat::number>).do_nothing());
}
#endif
