// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: over() is said of an aggregate or of a window function
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lower(col<&person::name>).over()));
#else
    db.all(pg::select(pg::max(col<&person::name>).over()));
#endif
}
