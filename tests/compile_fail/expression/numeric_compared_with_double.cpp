// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a numeric is exact, and a floating-point number is not
// expect: person::salary
// expect: double
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::salary> > 9.99);
#else
    (void)(col<&person::salary> > pg::numeric<10, 2>("9.99"));
#endif
}
