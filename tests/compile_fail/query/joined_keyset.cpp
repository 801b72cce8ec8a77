// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: keyset pages are not made of joins in parentheses
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>
#include <pgmodel/session/keyset.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::keyset(db, pg::select<person>().left_join(pg::joined(pg::model<team>).cross_join(pg::model<seat>)).on(col<&team::name> == "x").order_by(col<&person::id>), 7);
#else
    (void)pg::keyset(db, pg::select<person>().left_join(pg::model<team>).order_by(col<&person::id>), 7);
#endif
}
