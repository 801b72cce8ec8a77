// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: on() takes a condition; compare two columns
// expect: person::team_id
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::model<team>).on(col<&person::team_id>));
#else
    db.all(pg::select<person>().join(pg::model<team>).on(col<&team::id> == col<&person::team_id>));
#endif
}
