// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: for_update() and the like have no place in the queries of a set operation
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().for_update().union_all(pg::select<team>()));
#else
    db.all(pg::select<team>().union_all(pg::select<team>()));
#endif
}
