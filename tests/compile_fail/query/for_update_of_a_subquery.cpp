// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only tables can be locked
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::name>).from(pg::subquery(pg::select<team>())).for_update().of(pg::model<team>));
#else
    db.all(pg::select(col<&team::name>).for_update().of(pg::model<team>));
#endif
}
