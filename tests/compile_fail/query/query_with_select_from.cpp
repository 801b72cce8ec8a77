// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the tables of a query are said by .from(
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).select_from(pg::model<team>));
#else
    db.all(pg::select(pg::count()).from(pg::model<team>));
#endif
}
