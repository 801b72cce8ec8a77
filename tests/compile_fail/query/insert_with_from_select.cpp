// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an insert takes the rows of a query by
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::insert_into(pg::model<team>).from_select(pg::select(col<&person::name>));
#else
    pg::insert_into(pg::model<team>).columns(col<&team::name>).select(pg::select(col<&person::name>));
#endif
}
