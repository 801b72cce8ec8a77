// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: partition_by() takes columns and expressions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).over(pg::partition_by(1))));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::partition_by(col<&person::name>))));
#endif
}
