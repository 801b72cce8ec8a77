// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a subquery that stands for a value, or for a list of values, has one column
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::scalar(pg::select(col<&team::id>, col<&team::name>))));
#else
    db.all(pg::select(pg::scalar(pg::select(col<&team::id>))));
#endif
}
