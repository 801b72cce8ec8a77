// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows that an outer join may leave out cannot be locked
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().left_join(col<&person::team_id>).for_update());
#else
    db.all(pg::select<person>().left_join(col<&person::team_id>).for_update().of(pg::model<person>));
#endif
}
