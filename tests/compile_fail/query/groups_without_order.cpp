// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: groups() counts groups of equal rows; say order_by() first
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).over(pg::partition_by(col<&person::name>).groups(pg::preceding(1)))));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::order_by(col<&person::name>).groups(pg::preceding(1)))));
#endif
}
