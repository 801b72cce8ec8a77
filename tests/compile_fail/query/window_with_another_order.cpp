// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this window is not defined, or has an order or a frame of its own
#include "../models.hpp"

const auto q = pg::select(pg::count().over(pg::window<"w">.order_by(col<&person::age>))).from(pg::model<person>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(q.window(pg::window<"w">.as(pg::order_by(col<&person::id>))));
#else
    db.all(q.window(pg::window<"w">.as(pg::partition_by(col<&person::id>))));
#endif
}
