// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: one operand of greatest() and least() is a column or an expression
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::least(1, 2, 3);
#else
    (void)pg::least(pg::value(1), 2);
#endif
}
