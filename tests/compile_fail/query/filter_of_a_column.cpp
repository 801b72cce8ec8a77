// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: filter() takes a condition
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().filter(col<&person::age>)).from(pg::model<person>));
#else
    db.all(pg::select(pg::count().filter(col<&person::age> > 1)).from(pg::model<person>));
#endif
}
