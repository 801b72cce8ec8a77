// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows are excluded from a frame; say rows(), range() or groups() first
#include "../models.hpp"

const auto by_age = pg::order_by(col<&person::age>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count().over(by_age.exclude_ties())));
#else
    db.all(pg::select(pg::count().over(by_age.rows(pg::unbounded_preceding).exclude_ties())));
#endif
}
