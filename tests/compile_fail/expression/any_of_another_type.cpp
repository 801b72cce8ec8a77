// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: any() and all() are compared with a value of the list
// expect: person::age
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::age> == pg::any(col<&person::tags>));
#else
    (void)(col<&person::name> == pg::any(col<&person::tags>));
#endif
}
