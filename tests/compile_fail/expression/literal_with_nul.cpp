// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a literal holds a NUL character
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::name> == pg::lit<"a\0b">)); }
#else
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::name> == pg::lit<"ab">)); }
#endif
