// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate takes a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::jsonb_agg("x");
#else
    (void)pg::jsonb_agg(pg::value("x"));
#endif
}
