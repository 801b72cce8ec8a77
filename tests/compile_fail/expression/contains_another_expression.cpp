// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: contains() takes an element, a list of elements, or an array of the same type
// expect: person::tags
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::tags>.contains(col<&person::age>));
#else
    (void)(col<&person::tags>.contains(col<&person::tags>));
#endif
}
