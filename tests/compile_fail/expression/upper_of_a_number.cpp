// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: lower() and upper() take a text or a range
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::upper(col<&person::age>));
#else
    (void)(pg::upper(col<&person::name>));
#endif
}
