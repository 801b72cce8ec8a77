// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: both tables of this foreign key are already part of the query
// expect: person::team_id
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(col<&person::team_id>).join(col<&person::team_id>));
#else
    db.all(pg::select<person>().join(col<&person::team_id>));
#endif
}
