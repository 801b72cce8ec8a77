// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function that gives several rows, such as unnest()
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::name> = pg::unnest(col<&person::tags>)).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::name> = "x").all_rows());
#endif
}
