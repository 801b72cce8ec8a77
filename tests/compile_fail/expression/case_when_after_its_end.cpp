// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: otherwise() ends a CASE
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, 1).otherwise(2).when(col<&person::active>, 3));
#else
    (void)(pg::case_when(col<&person::active>, 1).when(col<&person::active>, 3).otherwise(2));
#endif
}
