// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field of a row of values() has another type than the expression at its place
// expect: person::id
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values<seat>(pg::row(1, col<&person::id>));
#else
    (void)pg::values<seat>(pg::row(1, col<&person::age>));
#endif
}
