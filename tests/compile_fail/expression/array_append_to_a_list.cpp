// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::array_append(std::vector<int>{1, 2}, 3);
#else
    (void)pg::array_append(col<&person::tags>, "x");
#endif
}
