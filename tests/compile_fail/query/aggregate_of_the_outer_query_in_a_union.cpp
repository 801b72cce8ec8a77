// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this aggregate has columns of the outer query only
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().where(col<&team::id>.in(pg::select(col<&person::id>).union_(pg::select(pg::max(col<&team::id>)).from(pg::model<person>)))));
#else
    (void)db.all(pg::select<team>().where(col<&team::id>.in(pg::select(col<&person::id>).union_(pg::select(pg::max(col<&person::id>)).from(pg::model<person>)))));
#endif
}
