// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: columns() takes whole columns: pgmodel::col<&model::field>
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<seat>).columns("row").select(pg::select(col<&seat::row>)));
}
#else
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<seat>).select(pg::select<seat>())); }
#endif
