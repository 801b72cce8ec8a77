// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::lower_inc(pg::range<std::int32_t>{1, 2});
#else
    (void)pg::lower_inc(pg::value(pg::range<std::int32_t>{1, 2}));
#endif
}
