// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column's table is part of the query, and not seen here
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<team>).on(col<&team::name> == col<&remark::text>)).on(col<&team::id> == 1));
#else
    db.all(pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<team>).on(col<&team::name> == col<&person::name>)).on(col<&team::name> == col<&remark::text>));
#endif
}
