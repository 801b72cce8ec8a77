// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate over a window takes its order from the window
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).order_by(col<&person::name>).over()));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::order_by(col<&person::name>))));
#endif
}
