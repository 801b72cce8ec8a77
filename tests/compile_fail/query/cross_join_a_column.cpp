// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: cross_join() takes pgmodel::model<...>, an alias or another source
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().cross_join(col<&person::team_id>));
#else
    db.all(pg::select<person>().cross_join(pg::model<team>));
#endif
}
