// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate such as max()
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select(col<&person::age>).group_by(col<&person::age>).distinct_on(col<&person::name>)); }
#else
void run(pg::session& db) { db.all(pg::select(col<&person::age>).group_by(col<&person::age>, col<&person::name>).distinct_on(col<&person::name>)); }
#endif
