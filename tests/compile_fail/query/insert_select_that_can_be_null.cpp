// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the query can select NULL for this column, which is never NULL
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>).columns(col<&team::name>).select(pg::select(col<&person::nick>)));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>).columns(col<&team::name>)
        .select(pg::select(pg::coalesce(col<&person::nick>, ""))));
}
#endif
