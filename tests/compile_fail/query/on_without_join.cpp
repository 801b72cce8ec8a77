// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: on() follows a join
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().on(col<&person::age> > 3));
#else
    db.all(pg::select<person>().where(col<&person::age> > 3));
#endif
}
