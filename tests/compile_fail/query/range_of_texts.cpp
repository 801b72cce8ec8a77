// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: range() with a distance needs a key that is a number, a date or a time
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().over(pg::order_by(col<&person::name>).range(pg::preceding(1)))));
#else
    db.all(pg::select(pg::count().over(pg::order_by(col<&person::age>).range(pg::preceding(1)))));
#endif
}
