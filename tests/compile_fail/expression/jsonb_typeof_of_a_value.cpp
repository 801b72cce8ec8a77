// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this function takes other arguments, of which one is a column or an expression
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::jsonb_typeof(pg::jsonb_text("1"));
#else
    (void)pg::jsonb_typeof(pg::value(pg::jsonb_text("1")));
#endif
}
