// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query is a value and runs nothing; a session runs it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<team>().where(col<&team::id> == 1).all();
#else
    (void)db.all(pg::select<team>().where(col<&team::id> == 1));
#endif
}
