// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: jsonb_build_object() takes keys and values in turn
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::jsonb_build_object("a", 1, "b"));
#else
    (void)(pg::jsonb_build_object("a", 1, "b", 2));
#endif
}
