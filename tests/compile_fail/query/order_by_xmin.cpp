// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no order of values of this type to sort by
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<person>().order_by(pg::xmin<person>);
#else
    (void)pg::select<person>().order_by(pg::ctid<person>);
#endif
}
