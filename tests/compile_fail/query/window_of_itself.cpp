// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window is made of one that stands before it in window()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::select(pg::row_number().over(pg::window<"w">)).from(pg::model<person>);
#ifdef PGMODEL_BAD
    db.all(query.window(pg::window<"w">.as(pg::window<"w">.order_by(col<&person::age>))));
#else
    db.all(query.window(pg::window<"w">.as(pg::order_by(col<&person::age>))));
#endif
}
