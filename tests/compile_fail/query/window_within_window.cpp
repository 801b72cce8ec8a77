// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function cannot hold another; make the inner one in a subquery
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select(col<&person::id>, pg::first_value(pg::row_number().over()).over())); }
#else
void run(pg::session& db) { db.all(pg::select(pg::first_value(col<&person::age>).over())); }
#endif
