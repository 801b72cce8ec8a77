// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: overlaps() is asked of an array or a range
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name>.overlaps("x"));
#else
    (void)(col<&person::tags>.overlaps("x"));
#endif
}
