// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: distinct() tells whole rows; by keys: distinct_on(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().distinct(col<&team::name>));
#else
    (void)db.all(pg::select<team>().distinct_on(col<&team::name>));
#endif
}
