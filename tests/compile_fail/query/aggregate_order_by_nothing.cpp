// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: order_by() takes columns and expressions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::name>).order_by()));
#else
    db.all(pg::select(pg::max(col<&person::name>).order_by(col<&person::age>)));
#endif
}
