// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of two rows, one must have an expression at each place
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::age>, 2) < pg::row(1, 2));
#else
    (void)(pg::row(col<&person::age>, 2) < pg::row(1, col<&person::id>));
#endif
}
