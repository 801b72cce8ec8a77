// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a quote or bracket in the raw SQL is not closed
#include "../models.hpp"

#include <pgmodel/expression/fragment.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::raw<"true) or (true", bool>());
#else
    (void)(pg::raw<"(true) or (true)", bool>());
#endif
}
