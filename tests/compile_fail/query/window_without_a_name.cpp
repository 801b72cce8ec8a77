// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: window() takes definitions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::max(col<&person::age>).over()).window(pg::partition_by(col<&person::name>)));
#else
    db.all(pg::select(pg::max(col<&person::age>).over(pg::window<"w">)).window(pg::window<"w">.as(pg::partition_by(col<&person::name>))));
#endif
}
