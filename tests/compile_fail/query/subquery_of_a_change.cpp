// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a subquery is a query, such as pgmodel::select(...); a statement that changes rows stands in WITH
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().from(pg::subquery(pg::delete_from(pg::model<team>).where(col<&team::id> == 1).returning(pg::model<team>))));
#else
    (void)db.all(pg::select<team>().from(pg::subquery(pg::select<team>().where(col<&team::id> == 1))));
#endif
}
