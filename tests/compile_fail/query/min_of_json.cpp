// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no min() of this type
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::min(pg::value(pg::uuid()));
#else
    (void)pg::min(col<&person::age>);
#endif
}
