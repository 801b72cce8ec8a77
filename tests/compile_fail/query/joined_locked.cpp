// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows that an outer join may leave out cannot be locked
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&team::name> == col<&remark::text>).for_update().of(pg::model<team>));
#else
    db.all(pg::select<remark>().join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&team::name> == col<&remark::text>).for_update().of(pg::model<team>));
#endif
}
