// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the query selects another number of columns than columns() names
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).columns(col<&seat::row>, col<&seat::number>)
        .select(pg::select(col<&seat::row>)));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).columns(col<&seat::row>, col<&seat::number>)
        .select(pg::select<seat>()));
}
#endif
