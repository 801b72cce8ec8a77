// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column belongs to a model that is not part of the query
// expect: team::id
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::name>).where(pg::exists(pg::select<person>().where(col<&person::id> == col<&team::id>))));
#else
    db.all(pg::select(col<&person::name>).where(pg::exists(pg::select<team>().where(col<&person::id> == col<&team::id>))));
#endif
}
