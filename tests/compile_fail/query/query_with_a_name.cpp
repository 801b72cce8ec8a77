// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query gets a name where it stands in FROM
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<team>().as(pg::alias<team, "t">);
#else
    (void)pg::subquery(pg::select<team>()).as(pg::alias<team, "t">);
#endif
}
