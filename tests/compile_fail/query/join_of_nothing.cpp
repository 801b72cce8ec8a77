// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: join() takes a column with a foreign key, or a source and what it is joined on
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join());
#else
    db.all(pg::select<person>().join(col<&person::team_id>));
#endif
}
