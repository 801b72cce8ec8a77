// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
// expect: person::age
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::age>, col<&person::id>) < pg::row("x", 2));
#else
    (void)(pg::row(col<&person::age>, col<&person::id>) < pg::row(1, 2));
#endif
}
