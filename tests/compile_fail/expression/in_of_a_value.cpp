// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() and not_in() take a list
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::age>.in(1))); }
#else
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::age>.in({1}))); }
#endif
