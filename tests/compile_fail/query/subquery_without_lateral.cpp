// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column's table is part of the query, and not seen here
// expect: person::team_id
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::subquery(pg::select<team>()
                  .where(col<&team::id> == col<&person::team_id>))).on(pg::lit<true>));
#else
    db.all(pg::select<person>().join(pg::lateral(pg::select<team>().where(col<&team::id> == col<&person::team_id>))));
#endif
}
