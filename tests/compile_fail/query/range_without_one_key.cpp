// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: range() with a distance needs order_by() of exactly one key
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).over(pg::order_by(col<&person::age>, col<&person::name>).range(pg::preceding(1)))));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::order_by(col<&person::age>).range(pg::preceding(1)))));
#endif
}
