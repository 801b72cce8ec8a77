// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the distance of a frame is the same for all rows
#include "../models.hpp"

const auto by_id = pg::order_by(col<&person::id>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().over(by_id.rows(pg::preceding(col<&person::age>)))));
#else
    db.all(pg::select(pg::count().over(by_id.rows(pg::preceding(2)))));
#endif
}
