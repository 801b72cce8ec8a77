// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::team_id>, col<&person::age>, pg::count()).group_by(col<&person::team_id>));
#else
    db.all(pg::select(col<&person::team_id>, pg::max(col<&person::age>), pg::count())
                  .group_by(col<&person::team_id>));
#endif
}
