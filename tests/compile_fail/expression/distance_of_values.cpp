// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/geometry.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::distance(pg::point{1, 2}, pg::point{3, 4});
#else
    (void)pg::distance(pg::value(pg::point{1, 2}), pg::point{3, 4});
#endif
}
