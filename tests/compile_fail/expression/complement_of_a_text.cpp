// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: ~ takes an integer, a bit string or an address
#include "../models.hpp"

#include <pgmodel/expression/bits.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(~col<&person::name>);
#else
    (void)(~col<&person::age>);
#endif
}
