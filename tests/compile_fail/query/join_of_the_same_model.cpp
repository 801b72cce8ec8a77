// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model is already part of the query
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<team>().join(pg::model<team>, col<&team::id> == 1)); }
#else
void run(pg::session& db) { db.all(pg::select<team>().join(pg::model<person>, col<&team::id> == col<&person::team_id>)); }
#endif
