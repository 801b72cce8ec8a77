// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types
// expect: person::state
// expect: color
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::state> == pg::lit<color::red>);
#else
    (void)(col<&person::state> == pg::lit<mood::busy>);
#endif
}
