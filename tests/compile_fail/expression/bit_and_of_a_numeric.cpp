// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: bit_and(), bit_or() and bit_xor() take integers or bits
// expect: person::salary
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::bit_and(col<&person::salary>));
#else
    (void)(pg::bit_and(col<&person::age>));
#endif
}
