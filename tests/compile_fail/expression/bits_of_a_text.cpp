// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: bitwise operators take two integers
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/bits.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name> & "x");
#else
    (void)(col<&person::age> & 1);
#endif
}
