// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a window is made of one that stands before it in window(); say that one first
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto of_team = pg::window<"of_team">.as(pg::partition_by(col<&person::team_id>));
    auto by_age = pg::window<"by_age">.as(pg::window<"of_team">.order_by(col<&person::age>));
    auto query = pg::select(pg::row_number().over(pg::window<"by_age">)).from(pg::model<person>);
#ifdef PGMODEL_BAD
    db.all(query.window(by_age, of_team));
#else
    db.all(query.window(of_team, by_age));
#endif
}
