// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: sum() takes numbers and intervals
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::sum(col<&person::name>));
#else
    (void)(pg::sum(col<&person::age>));
#endif
}
