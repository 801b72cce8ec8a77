// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: is_true() and is_false() are asked of a condition
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age>.is_true());
#else
    (void)((col<&person::age> > 1).is_true());
#endif
}
