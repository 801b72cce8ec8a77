// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model is already part of the query
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().left_join(pg::joined(pg::model<team>).join(pg::model<person>)).on(col<&team::name> == "x"));
#else
    db.all(pg::select<person>().left_join(pg::joined(pg::model<team>).cross_join(pg::model<seat>)).on(col<&team::name> == "x"));
#endif
}
