// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: how many rows are wanted is said by
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().fetch(3));
#else
    db.all(pg::select<team>().limit(3));
#endif
}
