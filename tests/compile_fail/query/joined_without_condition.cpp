// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: no foreign key leads from this model to the others of the query or back
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<team>)));
#else
    db.all(pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&person::name> == col<&remark::text>));
#endif
}
