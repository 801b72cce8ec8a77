// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate cannot hold another
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).having(pg::max(pg::max(col<&person::age>)) > 1));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>).having(pg::max(col<&person::age>) > 1));
#endif
}
