// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::case_when(col<&person::active>, "x").otherwise(5));
#else
    (void)(pg::case_when(col<&person::active>, "x").otherwise("5"));
#endif
}
