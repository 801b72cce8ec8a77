// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types
// expect: person::nick
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::coalesce(col<&person::nick>, col<&person::age>));
#else
    (void)(pg::coalesce(col<&person::nick>, col<&person::name>));
#endif
}
