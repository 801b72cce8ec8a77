// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function needs its window; say .over(...) before its value is compared or
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<person>().order_by(pg::rank().desc());
#else
    (void)pg::select<person>().order_by(pg::rank().over().desc());
#endif
}
