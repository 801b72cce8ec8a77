// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: over() takes nothing, a window such as partition_by(...).order_by(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).over(col<&person::name>)));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::partition_by(col<&person::name>))));
#endif
}
