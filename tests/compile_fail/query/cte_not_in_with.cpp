// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this query reads a common table expression that it does not have
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().from(pg::cte(pg::select<team>())));
#else
    db.all(pg::with(pg::cte(pg::select<team>())).select<team>().from(pg::cte(pg::select<team>())));
#endif
}
