// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows of a set operation cannot be locked
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::select<team>().union_all(pg::select<team>()).for_update();
#else
    (void)pg::select<team>().for_update();
#endif
}
