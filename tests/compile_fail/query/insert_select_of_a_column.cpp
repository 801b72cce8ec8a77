// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: select() of an insert takes a query
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::insert_into(pg::model<team>).columns(col<&team::name>).select(col<&person::name>));
#else
    db.execute(pg::insert_into(pg::model<team>).columns(col<&team::name>).select(pg::select(col<&person::name>)));
#endif
}
