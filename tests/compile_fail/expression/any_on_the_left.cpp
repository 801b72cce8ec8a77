// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: any() and all() stand on the right of a comparison
// expect: person::tags
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::any(col<&person::tags>) == "x");
#else
    (void)("x" == pg::any(col<&person::tags>));
#endif
}
