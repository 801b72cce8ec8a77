// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query gets a name where it stands in FROM: pgmodel::subquery(query).as(alias)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::subquery(pg::select<seat>(), "s");
#else
    (void)pg::subquery(pg::select<seat>()).as(pg::alias<seat, "s">);
#endif
}
