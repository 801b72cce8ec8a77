// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this aggregate has columns of the outer query only
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
    auto seats = pg::select(col<&seat::row>).group_by(col<&seat::row>);
#ifdef PGMODEL_BAD
    pg::having_condition<person> c(pg::max(col<&person::age>) > 3);
#else
    pg::having_condition<seat> c(pg::max(col<&seat::number>) > 3);
#endif
    db.all(pg::select(col<&person::name>).where(pg::exists(seats.having(c))));
}
