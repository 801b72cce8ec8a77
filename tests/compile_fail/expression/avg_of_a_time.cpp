// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: avg() takes numbers and intervals
// expect: person::created_at
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::avg(col<&person::created_at>));
#else
    (void)(pg::avg(col<&person::age>));
#endif
}
