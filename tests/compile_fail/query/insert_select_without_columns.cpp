// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: say which columns the query fills, .columns(...) before .select(query)
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).select(pg::select(col<&seat::row>, col<&seat::number>)));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).columns(col<&seat::row>, col<&seat::number>)
        .select(pg::select(col<&seat::row>, col<&seat::number>)));
}
#endif
