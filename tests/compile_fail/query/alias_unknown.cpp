// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this alias is not part of the query
// expect: "boss"
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::alias<person, "boss">[col<&person::age>] > 3));
#else
    db.all(pg::select<person>().where(col<&person::age> > 3));
#endif
}
