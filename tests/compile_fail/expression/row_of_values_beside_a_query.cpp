// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row that is compared with a query is made of expressions
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

const auto q = pg::select(col<&team::id>, col<&team::id>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(1, col<&person::id>) == q);
#else
    (void)(pg::row(pg::value(1), col<&person::id>) == q);
#endif
}
