// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: new_() is what a row is after a statement has changed it, so it stands in returning()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<seat>().where(pg::new_(col<&seat::row>) > 1)); }
#else
void run(pg::session& db) { db.all(pg::select<seat>().where(col<&seat::row> > 1)); }
#endif
