// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a literal orders nothing, and a number in order_by() would mean a place in the select list; name the column
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().order_by(-pg::lit<1>)); }
#else
void run(pg::session& db) { db.all(pg::select<person>().order_by(col<&person::age>)); }
#endif
