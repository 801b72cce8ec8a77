// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: where() takes one condition
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age> > 5, col<&person::active>));
#else
    db.all(pg::select<person>().where(col<&person::age> > 5 && col<&person::active>));
#endif
}
