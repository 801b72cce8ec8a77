// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: columns() names at least one column
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<seat>).columns().select(pg::select<seat>())); }
#else
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<seat>).select(pg::select<seat>())); }
#endif
