// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a literal tells nothing apart, and a number in group_by() or distinct_on() would mean a place in the select list; name the column
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select(pg::count()).from(pg::model<person>).group_by(-pg::lit<1>)); }
#else
void run(pg::session& db) { db.all(pg::select(pg::count()).from(pg::model<person>).group_by(col<&person::age>)); }
#endif
