// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate with distinct() is ordered by its own argument
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::array_agg(col<&person::name>).distinct().order_by(col<&person::age>)));
#else
    db.all(pg::select(pg::array_agg(col<&person::name>).distinct().order_by(col<&person::name>.desc())));
#endif
}
