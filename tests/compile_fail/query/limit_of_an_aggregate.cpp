// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: limit() and offset() are computed once for all rows
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().limit(pg::count()));
#else
    db.all(pg::select<person>().limit(pg::scalar(pg::select(pg::count()).from(pg::model<team>))));
#endif
}
