// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: contains() asks an array column; this one is no array
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.contains("x"));
#else
    (void)(col<&person::tags>.contains("x"));
#endif
}
