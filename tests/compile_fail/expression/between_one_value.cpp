// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: between() takes the lowest and the highest value: between(1, 5)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)col<&team::id>.between(1);
#else
    (void)col<&team::id>.between(1, 5);
#endif
}
