// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
#include "../models.hpp"

#include <pgmodel/expression/case_of.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::case_of(col<&person::age>).when(1, 1).when(2, "two");
#else
    (void)pg::case_of(col<&person::age>).when(1, 1).when(2, 2);
#endif
}
