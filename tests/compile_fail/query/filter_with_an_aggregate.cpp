// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate such as count() or max() has no place in where(), on() and filter()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().filter(pg::max(col<&person::age>) > 1)).from(pg::model<person>));
#else
    db.all(pg::select(pg::count().filter(col<&person::age> > 1)).from(pg::model<person>));
#endif
}
