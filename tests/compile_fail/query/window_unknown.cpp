// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this window is not defined
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().over(pg::window<"w">)).from(pg::model<person>));
#else
    db.all(pg::select(pg::count().over(pg::window<"w">)).from(pg::model<person>)
                  .window(pg::window<"w">.as(pg::partition_by(col<&person::age>))));
#endif
}
