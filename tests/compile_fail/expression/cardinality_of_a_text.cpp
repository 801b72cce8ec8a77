// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes an array
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::cardinality(col<&person::name>));
#else
    (void)(pg::cardinality(col<&person::tags>));
#endif
}
