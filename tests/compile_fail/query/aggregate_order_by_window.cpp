// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate is made before window functions, so it is not ordered by one
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::max(col<&team::id>).order_by(pg::rank().over())).from(pg::model<team>));
#else
    (void)db.all(pg::select(pg::max(col<&team::id>).order_by(col<&team::name>)).from(pg::model<team>));
#endif
}
