// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() is said once
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).from(pg::model<team>));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>, pg::model<team>));
#endif
}
