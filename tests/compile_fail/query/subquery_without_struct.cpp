// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the columns of a subquery in FROM need names
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::subquery(pg::select(col<&team::id>));
#else
    pg::subquery(pg::select<team>());
#endif
}
