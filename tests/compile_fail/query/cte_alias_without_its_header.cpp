// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: case_of(),
// expect: and as() of a common table expression in <pgmodel/query/cte_alias.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/cte_alias.hpp>
#endif

const auto old = pg::cte(pg::select<person>().where(col<&person::age> > 70));

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::as(old, pg::alias<person, "other">);
#else
    (void)pg::as(old, pg::alias<person, "other">);
#endif
}
