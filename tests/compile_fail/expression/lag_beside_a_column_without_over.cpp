// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window function needs its window; say .over(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age> > pg::lag(col<&person::age>));
#else
    (void)(col<&person::age> > pg::lag(col<&person::age>).over(pg::order_by(col<&person::id>)));
#endif
}
