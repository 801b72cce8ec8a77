// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate such as max()
#include "../models.hpp"

constexpr auto ranks = [](auto key) {
    return pg::select(pg::rank().over(pg::window<"w">))
        .from(pg::model<person>)
        .group_by(col<&person::age>)
        .window(pg::window<"w">.as(pg::order_by(key)));
};
#ifdef PGMODEL_BAD
void run(pg::session& db) { db.all(ranks(col<&person::name>)); }
#else
void run(pg::session& db) { db.all(ranks(col<&person::age>)); }
#endif
