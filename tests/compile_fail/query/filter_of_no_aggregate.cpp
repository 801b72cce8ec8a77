// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: filter() is said of an aggregate
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::lower(col<&team::name>).filter(col<&team::id> > 1);
#else
    pg::count().filter(col<&team::id> > 1);
#endif
}
