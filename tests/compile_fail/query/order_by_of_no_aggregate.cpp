// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: order_by() is said of an aggregate
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lower(col<&person::name>).order_by(col<&person::age>)));
#else
    db.all(pg::select(pg::lower(col<&person::name>)).order_by(col<&person::age>));
#endif
}
