// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an alias of a common table expression is one of the struct that its rows are
#include "../models.hpp"

#include <pgmodel/query/cte_alias.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::as(pg::cte(pg::select<person>()).as(pg::alias<person, "some">), pg::alias<team, "other">);
#else
    (void)pg::as(pg::cte(pg::select<person>()).as(pg::alias<person, "some">), pg::alias<person, "other">);
#endif
}
