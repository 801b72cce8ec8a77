// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: slice() takes two bounds for each dimension of the array
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::slice(col<&person::tags>, 1, 2, 3);
#else
    (void)pg::slice(col<&person::tags>, 1, 2);
#endif
}
