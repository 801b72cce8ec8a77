// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this aggregate needs the order of its rows; say .within_group(...)
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::rank(50)));
#else
    db.all(pg::select(pg::rank(50).within_group(col<&person::age>)));
#endif
}
