// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function needs its window; say .over(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::case_when(col<&person::active>, pg::lag(col<&person::name>));
#else
    (void)pg::case_when(col<&person::active>, pg::lag(col<&person::name>).over(pg::order_by(col<&person::id>)));
#endif
}
