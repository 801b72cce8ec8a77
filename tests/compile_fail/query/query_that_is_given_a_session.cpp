// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query is a value and runs nothing
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db) {
#ifdef PGMODEL_BAD
    pg::select<person>().all(db);
#else
    db.all(pg::select<person>());
#endif
}
