// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: as() takes a common table expression and an alias
#include "../models.hpp"

#include <pgmodel/query/cte_alias.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::as(pg::model<person>, pg::alias<person, "other">);
#else
    (void)pg::as(pg::cte(pg::select<person>()).as(pg::alias<person, "some">), pg::alias<person, "other">);
#endif
}
