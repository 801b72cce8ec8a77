// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: array_agg() and string_agg() take a column or an expression, not whole rows
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::array_agg(pg::model<person>)));
#else
    db.all(pg::select(pg::array_agg(col<&person::id>)));
#endif
}
