// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: array_agg() and string_agg() take a column or an expression, not whole rows, and have a header of their own; #include <pgmodel/expression/array.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::string_agg(col<&person::name>, ", ")));
#else
    db.all(pg::select(col<&person::name>));
#endif
}
