// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this aggregate has columns of the outer query only
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().where(pg::exists(pg::select(pg::count(col<&team::id>).filter(col<&team::name> == "x")).from(pg::model<person>))));
#else
    (void)db.all(pg::select<team>().where(pg::exists(pg::select(pg::count(col<&team::id>).filter(col<&person::name> == "x")).from(pg::model<person>))));
#endif
}
