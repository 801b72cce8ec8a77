// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows() and groups() count rows, so a distance there is a whole number
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().over(pg::order_by(col<&person::age>).rows(pg::preceding(1.5)))));
#else
    db.all(pg::select(pg::count().over(pg::order_by(col<&person::age>).rows(pg::preceding(1)))));
#endif
}
