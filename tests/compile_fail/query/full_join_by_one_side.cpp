// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL makes a FULL JOIN only by an equality of columns of both sides
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().full_join(pg::model<person>).on(col<&person::team_id> == 1));
#else
    db.all(pg::select<team>().full_join(pg::model<person>).on(col<&person::team_id> + 1 == col<&team::id>));
#endif
}
