// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an element of an array is found by its place
// expect: person::tags
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::tags>["a"]);
#else
    (void)(col<&person::tags>[1]);
#endif
}
