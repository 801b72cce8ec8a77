// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: conditions stand in where(), joined by && and ||
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<team>().filter_by(col<&team::id> == 1);
#else
    (void)pg::select<team>().where(col<&team::id> == 1);
#endif
}
