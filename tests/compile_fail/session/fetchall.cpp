// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows are read by db.all(query), db.one(query), db.first(query)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.fetchall();
#else
    db.all(pg::select<seat>());
#endif
}
