// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a CASE has one otherwise()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, 1).otherwise(2).otherwise(3));
#else
    (void)(pg::case_when(col<&person::active>, 1).otherwise(2));
#endif
}
