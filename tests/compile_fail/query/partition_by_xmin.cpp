// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL does not tell equal values of this type from others, so it has no place in distinct(), group_by(), partition_by()
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::count().over(pg::partition_by(pg::xmin<person>))));
#else
    (void)db.all(pg::select(pg::xmin<person>, pg::count()).group_by(pg::xmin<person>));
#endif
}
