// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a row of expressions is looked for in a list of std::tuple
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(col<&person::age>, 1).in(std::vector<std::tuple<int, int>>{}));
#else
    (void)(pg::row(col<&person::age>, col<&person::id>).in(std::vector<std::tuple<int, int>>{}));
#endif
}
