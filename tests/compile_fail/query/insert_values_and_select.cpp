// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an insert has either values() or select() or default_values()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2)
        .select(pg::select<seat>()));
}
#else
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<seat>).select(pg::select<seat>())); }
#endif
