// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with() takes common table expressions: pgmodel::cte(query)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::with(pg::select<team>()).select<person>());
#else
    db.all(pg::with(pg::cte(pg::select<team>())).select<person>());
#endif
}
