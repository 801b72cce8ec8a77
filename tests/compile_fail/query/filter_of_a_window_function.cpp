// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: filter() is said of an aggregate, such as count(), not of a window function
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::lag(col<&team::name>).filter(col<&team::id> > 1);
#else
    (void)pg::lag(col<&team::name>).over(pg::order_by(col<&team::id>));
#endif
}
