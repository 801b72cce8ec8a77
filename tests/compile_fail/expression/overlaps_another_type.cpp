// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: overlaps() takes an array or a range of the same type
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::tags>.overlaps(col<&person::name>));
#else
    (void)(col<&person::tags>.overlaps(col<&person::tags>));
#endif
}
