// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two windows have the same name
#include "../models.hpp"

const auto q = pg::select(pg::count().over(pg::window<"w">)).from(pg::model<person>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(q.window(pg::window<"w">.as(pg::order_by(col<&person::id>)), pg::window<"w">.as(pg::order_by(col<&person::age>))));
#else
    db.all(q.window(pg::window<"w">.as(pg::order_by(col<&person::id>)), pg::window<"v">.as(pg::order_by(col<&person::age>))));
#endif
}
