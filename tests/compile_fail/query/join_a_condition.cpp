// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: join() takes a column with a foreign key
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(col<&team::id> == col<&person::team_id>));
#else
    db.all(pg::select<person>().join(pg::model<team>, col<&team::id> == col<&person::team_id>));
#endif
}
