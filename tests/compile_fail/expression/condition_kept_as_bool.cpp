// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a condition is SQL, and neither true nor false in C++
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    const bool found = col<&team::id> == 1; (void)found;
#else
    const auto found = col<&team::id> == 1; (void)found;
#endif
}
