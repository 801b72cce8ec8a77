// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: exists() and scalar() take a query, such as pgmodel::select(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().where(pg::exists(pg::model<person>)));
#else
    (void)db.all(pg::select<team>().where(pg::exists(pg::select<person>())));
#endif
}
