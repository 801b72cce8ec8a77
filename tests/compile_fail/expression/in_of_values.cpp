// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() and not_in() take a list: a container or {a, b}
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)col<&team::id>.in(1, 2, 3);
#else
    (void)col<&team::id>.in({1, 2, 3});
#endif
}
