// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/is_json.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::is_json("{}");
#else
    (void)pg::is_json(pg::value("{}"));
#endif
}
