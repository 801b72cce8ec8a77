// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a CASE has at least one when()
#include "../models.hpp"

#include <pgmodel/expression/case_of.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::case_of(col<&person::age>).otherwise(1);
#else
    (void)pg::case_of(col<&person::age>).when(1, 2).otherwise(1);
#endif
}
