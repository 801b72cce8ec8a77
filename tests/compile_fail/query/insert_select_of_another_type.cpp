// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the query selects another type than the column at this place has; cast it
// expect: team::name
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>).columns(col<&team::name>).select(pg::select(col<&person::age>)));
}
#else
void run(pg::session& db) {
    db.execute(pg::insert_into(pg::model<team>).columns(col<&team::name>).select(pg::select(col<&person::name>)));
}
#endif
