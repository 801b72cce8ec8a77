// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: coalesce() begins with a column or an expression, which a window function is behind .over(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::coalesce(pg::lag(col<&person::age>), 0);
#else
    (void)pg::coalesce(pg::lag(col<&person::age>).over(pg::order_by(col<&person::id>)), 0);
#endif
}
