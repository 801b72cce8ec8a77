// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: = gives a column a value and is no condition; compare with ==
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::age> = 1)); }
#else
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::age> == 1)); }
#endif
