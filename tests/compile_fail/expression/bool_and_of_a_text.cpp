// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: bool_and() and bool_or() take a condition
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::bool_and(col<&person::name>));
#else
    (void)(pg::bool_and(col<&person::active>));
#endif
}
