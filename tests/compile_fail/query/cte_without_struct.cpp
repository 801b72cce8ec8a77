// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the columns of a subquery in FROM need names
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    auto names = pg::cte(pg::select(col<&person::name>, col<&person::age>));
    (void)names;
#else
    auto names = pg::cte(pg::select<team>());
    (void)names;
#endif
}
