// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: there is no such operator for these types
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name> - col<&person::nick>);
#else
    (void)(col<&person::name> + col<&person::nick>);
#endif
}
