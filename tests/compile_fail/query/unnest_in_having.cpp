// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function that gives several rows, such as unnest()
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(col<&person::tags>).having(pg::unnest(col<&person::tags>) == "c++"));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>).group_by(pg::unnest(col<&person::tags>)));
#endif
}
