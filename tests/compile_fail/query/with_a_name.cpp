// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: a common table expression has no name there: pgmodel::with(pgmodel::cte(query))
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::with("s", pg::select<seat>());
#else
    (void)pg::with(pg::cte(pg::select<seat>()));
#endif
}
