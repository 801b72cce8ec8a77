// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, col<&person::name>).otherwise(col<&person::age>));
#else
    (void)(pg::case_when(col<&person::active>, col<&person::name>).otherwise(col<&person::nick>));
#endif
}
