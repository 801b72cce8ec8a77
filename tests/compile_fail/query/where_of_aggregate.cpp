// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate such as count() or max() has no place in where()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().where(pg::count() > 1)); }
#else
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::age> > 1)); }
#endif
