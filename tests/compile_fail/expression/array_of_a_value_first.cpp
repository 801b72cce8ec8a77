// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: array() begins with a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/array.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::array("a", col<&person::name>);
#else
    (void)pg::array(pg::value("a"), col<&person::name>);
#endif
}
