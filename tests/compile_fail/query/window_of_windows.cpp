// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window cannot be made from window functions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).over(pg::order_by(pg::row_number().over()))));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::order_by(col<&person::name>))));
#endif
}
