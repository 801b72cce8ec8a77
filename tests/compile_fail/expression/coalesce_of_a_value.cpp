// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: coalesce() begins with a column or an expression
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::coalesce("x", col<&person::nick>)));
#else
    db.all(pg::select(pg::coalesce(col<&person::nick>, "x")));
#endif
}
