// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this argument has another type than the function takes
// expect: array_append
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::array_append(col<&person::tags>, 5));
#else
    (void)(pg::array_append(col<&person::tags>, "5"));
#endif
}
