// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: regclass() takes the number of a table
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::regclass(col<&person::id>);
#else
    (void)pg::regclass(pg::tableoid<person>);
#endif
}
