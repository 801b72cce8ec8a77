// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: when() takes a condition
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, "x").when(col<&person::age>, "y"));
#else
    (void)(pg::case_when(col<&person::active>, "x").when(col<&person::age> > 1, "y"));
#endif
}
