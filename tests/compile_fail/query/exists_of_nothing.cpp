// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: exists() and scalar() take a query
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::exists()));
#else
    db.all(pg::select<person>().where(pg::exists(pg::select<team>())));
#endif
}
