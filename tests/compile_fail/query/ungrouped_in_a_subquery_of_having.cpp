// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto next = col<&person::age> + pg::lit<1>;
    auto seats = pg::select(pg::count()).from(pg::model<seat>);
#ifdef PGMODEL_BAD
    db.all(pg::select(next).group_by(next).having(pg::scalar(seats.where(col<&seat::row> == next)) > 1));
#else
    db.all(pg::select(col<&person::age>).group_by(col<&person::age>).having(pg::scalar(seats.where(col<&seat::row> == next)) > 1));
#endif
}
