// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: coalesce() takes at least two operands
// expect: person::nick
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::coalesce(col<&person::nick>));
#else
    (void)(pg::coalesce(col<&person::nick>, ""));
#endif
}
