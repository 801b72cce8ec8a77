// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this query reads a common table expression that it does not have
#include "../models.hpp"

#include <pgmodel/query/cte_alias.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    const auto some = pg::cte(pg::select<person>()).as(pg::alias<person, "some">);
    db.all(pg::select(pg::alias<person, "other">[col<&person::id>]).from(pg::as(some, pg::alias<person, "other">)));
#else
    const auto some = pg::cte(pg::select<person>()).as(pg::alias<person, "some">);
    db.all(pg::with(some).select(pg::alias<person, "other">[col<&person::id>]).from(pg::as(some, pg::alias<person, "other">)));
#endif
}
