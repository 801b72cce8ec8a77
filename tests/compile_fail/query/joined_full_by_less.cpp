// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL makes a FULL JOIN only by an equality of columns of both sides
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<remark>().full_join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&team::name> < col<&remark::text>));
#else
    db.all(pg::select<remark>().full_join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&team::name> == col<&remark::text>));
#endif
}
