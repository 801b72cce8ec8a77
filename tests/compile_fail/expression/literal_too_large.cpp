// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this literal is too large for a bigint
#include "../models.hpp"

#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::id> == pg::lit<18446744073709551615ull>)); }
#else
void run(pg::session& db) { db.all(pg::select<person>().where(col<&person::id> == pg::lit<9223372036854775807ull>)); }
#endif
