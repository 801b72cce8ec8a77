// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the first argument of nullif() is an expression
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::nullif(1, col<&person::age>);
#else
    (void)pg::nullif(pg::value(1), col<&person::age>);
#endif
}
