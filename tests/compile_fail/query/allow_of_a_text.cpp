// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: allow() names fields, which are template arguments
#include "../models.hpp"
#include <pgmodel/query/sort.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().order_by(pg::sort<team>("name", pg::allow("name"))));
#else
    (void)db.all(pg::select<team>().order_by(pg::sort<team>("name", pg::allow<&team::name>())));
#endif
}
