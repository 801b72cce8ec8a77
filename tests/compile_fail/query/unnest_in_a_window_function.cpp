// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function that gives several rows, such as unnest()
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lag(pg::unnest(col<&person::tags>)).over()));
#else
    db.all(pg::select(pg::lag(col<&person::tags>).over()));
#endif
}
