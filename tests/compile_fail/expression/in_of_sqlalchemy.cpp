// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: IN is .in({1, 2})
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::id>.in_({1, 2})));
#else
    db.all(pg::select<person>().where(col<&person::id>.in({1, 2})));
#endif
}
