// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: IN is .in({1, 2}), .in(list) or .in(query), and NOT IN is .not_in(list)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age>.notin_({1, 2})));
#else
    db.all(pg::select<person>().where(col<&person::age>.not_in({1, 2})));
#endif
}
