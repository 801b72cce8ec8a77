// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this aggregate takes numbers
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::stddev_samp(col<&person::name>));
#else
    (void)(pg::stddev_samp(col<&person::age>));
#endif
}
