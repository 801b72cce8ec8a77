// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: otherwise() ends a CASE
#include "../models.hpp"

#include <pgmodel/expression/case_of.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::case_of(col<&person::age>).when(1, 1).otherwise(2).when(3, 3);
#else
    (void)pg::case_of(col<&person::age>).when(1, 1).when(3, 3).otherwise(2);
#endif
}
