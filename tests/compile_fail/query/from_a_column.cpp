// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() takes pgmodel::model<...>, an alias, or a source
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(col<&person::name>));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>));
#endif
}
