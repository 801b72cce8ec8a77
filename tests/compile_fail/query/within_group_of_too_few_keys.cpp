// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: within_group() takes one key for each value of the row
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::rank(50, "x").within_group(col<&person::age>)));
#else
    db.all(pg::select(pg::rank(50, "x").within_group(col<&person::age>, col<&person::name>)));
#endif
}
