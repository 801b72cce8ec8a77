// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: order_by() takes columns and expressions, and no rows of them: order_by(a, b)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<person>().order_by(pg::row(col<&person::name>, col<&person::id>));
#else
    (void)pg::select<person>().order_by(col<&person::name>, col<&person::id>);
#endif
}
