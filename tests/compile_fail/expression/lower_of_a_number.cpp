// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: lower() and upper() take a text or a range
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::lower(col<&person::age>));
#else
    (void)(pg::lower(col<&person::name>));
#endif
}
