// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression has another type than the key of within_group() at its place
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::rank(pg::lit<50>).within_group(col<&person::name>)));
#else
    db.all(pg::select(pg::rank(pg::lit<50>).within_group(col<&person::age>)));
#endif
}
