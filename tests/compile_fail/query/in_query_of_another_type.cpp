// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() takes a query of values that can be compared
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age>.in(pg::select(col<&team::name>))));
#else
    db.all(pg::select<person>().where(col<&person::team_id>.in(pg::select(col<&team::id>))));
#endif
}
