// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is never NULL and has no default, so an insert gives it a value
// expect: name
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<team>).default_values()); }
#else
void run(pg::session& db) { db.execute(pg::insert_into(pg::model<team>).values(col<&team::name> = "x")); }
#endif
