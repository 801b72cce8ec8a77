// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row is compared with a row
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::age>, col<&person::id>) < std::tuple{1, 2});
#else
    (void)(pg::row(col<&person::age>, col<&person::id>) < pg::row(1, 2));
#endif
}
