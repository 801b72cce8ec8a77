// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a frame begins and ends at pgmodel::preceding(n), pgmodel::current_row
#include "../models.hpp"

const auto by_id = pg::order_by(col<&person::id>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().over(by_id.range(1, pg::current_row))));
#else
    db.all(pg::select(pg::count().over(by_id.range(pg::preceding(1), pg::current_row))));
#endif
}
