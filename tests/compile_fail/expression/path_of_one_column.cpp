// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a path is an array of texts: {"a", "b"}, or pgmodel::array(column, "b")
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::at_path(pg::value(pg::jsonb_text("1")), col<&person::name>);
#else
    (void)pg::at_path(pg::value(pg::jsonb_text("1")), col<&person::tags>);
#endif
}
