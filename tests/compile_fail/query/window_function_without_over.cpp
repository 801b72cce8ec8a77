// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function needs its window; say .over(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::row_number()).from(pg::model<person>));
#else
    db.all(pg::select(pg::row_number().over()).from(pg::model<person>));
#endif
}
