// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: and in subqueries not at all
// expect: team::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto lower = pg::lower(col<&team::name>);
    auto people = pg::select(pg::count()).from(pg::model<person>);
#ifdef PGMODEL_BAD
    db.all(pg::select(lower, pg::scalar(people.where(col<&person::name> == lower))).group_by(lower));
#else
    db.all(pg::select(lower, pg::scalar(people.where(col<&person::name> == lower))).group_by(lower, col<&team::name>));
#endif
}
