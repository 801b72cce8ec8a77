// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this aggregate takes two numbers
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::corr(col<&person::age>, col<&person::name>));
#else
    (void)(pg::corr(col<&person::age>, col<&person::salary>));
#endif
}
