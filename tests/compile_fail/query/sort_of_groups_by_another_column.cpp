// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: person::age
#include "../models.hpp"

#include <pgmodel/query/sort.hpp>

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::select(col<&person::name>, pg::count()).group_by(col<&person::name>);
#ifdef PGMODEL_BAD
    db.all(query.order_by(pg::sort<person>("name", pg::allow<&person::name, &person::age>())));
#else
    db.all(query.order_by(pg::sort<person>("name", pg::allow<&person::name>())));
#endif
}
