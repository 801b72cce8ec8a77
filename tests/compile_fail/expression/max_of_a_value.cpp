// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate takes a column or an expression
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(5)));
#else
    db.all(pg::select(pg::max(col<&person::age>)));
#endif
}
