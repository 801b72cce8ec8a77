// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is looked for in a query that selects as many expressions
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::id>, col<&person::id>) == pg::select(col<&team::id>, col<&team::id>, col<&team::id>));
#else
    (void)(pg::row(col<&person::id>, col<&person::id>) == pg::select(col<&team::id>, col<&team::id>));
#endif
}
