// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the tables of a query are arguments
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join<team>());
#else
    db.all(pg::select<person>().join(col<&person::team_id>));
#endif
}
