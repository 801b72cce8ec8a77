// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no DISTINCT in window functions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::count(col<&team::id>).distinct().over();
#else
    pg::count(col<&team::id>).over();
#endif
}
