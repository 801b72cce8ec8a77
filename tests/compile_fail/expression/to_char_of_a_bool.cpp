// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: to_char() takes a number, a date
// expect: person::active
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::to_char(col<&person::active>, "x"));
#else
    (void)(pg::to_char(col<&person::age>, "999"));
#endif
}
