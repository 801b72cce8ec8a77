// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no max() of this type
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select(pg::max(col<&person::active>))); }
#else
void run(pg::session& db) { db.all(pg::select(pg::max(col<&person::age>))); }
#endif
