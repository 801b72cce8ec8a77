// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: for_update() and the like lock rows of tables
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).for_update());
#else
    db.all(pg::select<person>().for_update());
#endif
}
