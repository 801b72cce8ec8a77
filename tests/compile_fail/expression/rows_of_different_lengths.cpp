// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two rows are compared that have different numbers of places
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::age>, col<&person::id>) < pg::row(1, 2, 3));
#else
    (void)(pg::row(col<&person::age>, col<&person::id>) < pg::row(1, 2));
#endif
}
