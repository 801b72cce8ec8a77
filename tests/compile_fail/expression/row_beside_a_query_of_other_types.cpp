// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is compared with a query of values that can be compared with its own
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::id>, col<&person::id>) < pg::select(col<&team::id>, col<&team::name>));
#else
    (void)(pg::row(col<&person::id>, col<&person::name>) < pg::select(col<&team::id>, col<&team::name>));
#endif
}
