// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: filter() and over() are said of an aggregate or a window function
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::max(col<&person::age>) + 1).over();
#else
    (void)(pg::max(col<&person::age>).over() + 1);
#endif
}
