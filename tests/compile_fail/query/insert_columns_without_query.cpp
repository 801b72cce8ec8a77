// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this insert has no rows; say .values(...), .columns(...).select(query) or .default_values()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).columns(col<&seat::row>, col<&seat::number>));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).values(col<&seat::row> = 1, col<&seat::number> = 2));
}
#endif
