// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: union_(), intersect() and except() take one other query each
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().union_());
#else
    (void)db.all(pg::select<team>().union_(pg::select<team>()));
#endif
}
