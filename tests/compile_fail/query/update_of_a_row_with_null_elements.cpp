// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: elements of this array can be NULL, and those of the field cannot
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    constexpr auto other = pg::alias<person, "other">;
    const auto change = pg::update(pg::model<person>);
#ifdef PGMODEL_BAD
    db.execute(change.set(pg::row(col<&person::age>, col<&person::tags>) =
                              pg::select(other[col<&person::age>], other[col<&person::tags>] + other[col<&person::nick>])).all_rows());
#else
    db.execute(change.set(pg::row(col<&person::age>, col<&person::tags>) =
                              pg::select(other[col<&person::age>], other[col<&person::tags>] + other[col<&person::name>])).all_rows());
#endif
}
