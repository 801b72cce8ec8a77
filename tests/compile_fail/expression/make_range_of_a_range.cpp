// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: make_range<T>() makes a range of values of T
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::make_range<pg::range<std::int32_t>>(1, col<&person::age>);
#else
    (void)pg::make_range<std::int32_t>(1, col<&person::age>);
#endif
}
