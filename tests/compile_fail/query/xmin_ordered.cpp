// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL cannot compare values of this type in this way
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::xmin<person> < pg::xid{7});
#else
    (void)(pg::xmin<person> == pg::xid{7});
#endif
}
