// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: cast<T>() takes a column or an expression
#include "../models.hpp"
#include <pgmodel/expression/cast.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::cast<std::int32_t>("5");
#else
    (void)pg::cast<std::int32_t>(pg::value("5"));
#endif
}
