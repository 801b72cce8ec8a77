// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: one argument of nullif() is a column or an expression
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::nullif(1, 2);
#else
    (void)pg::nullif(1, col<&person::age>);
#endif
}
