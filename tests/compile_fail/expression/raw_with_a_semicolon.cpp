// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: raw SQL is a part of a statement
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::raw<"true; drop table people", bool>());
#else
    (void)(pg::raw<"true", bool>());
#endif
}
