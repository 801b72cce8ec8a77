// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column's table is part of the query, and not seen here
// expect: team::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::model<seat>).on(col<&team::name> == "x").join(col<&person::team_id>));
#else
    db.all(pg::select<person>().join(col<&person::team_id>).join(pg::model<seat>).on(col<&team::name> == "x"));
#endif
}
