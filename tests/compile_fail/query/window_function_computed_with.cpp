// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function needs its window; say .over(...) before its value is compared or
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select(pg::row_number() + 1).from(pg::model<person>);
#else
    (void)pg::select(pg::row_number().over() + 1).from(pg::model<person>);
#endif
}
