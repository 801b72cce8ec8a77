// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/bits.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::get_bit(7, 1);
#else
    (void)pg::get_bit(pg::value(pg::bit<3>{}), 1);
#endif
}
