// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: another query reads this field, and the expression at its place has another type on the server
// expect: "total"
#include "../models.hpp"

struct totals {
    std::int64_t id{};
    std::int64_t total{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto salaries = pg::select(col<&person::id>, col<&person::team_id>).into<totals>();
#ifdef PGMODEL_BAD
    auto ages = pg::select(col<&person::id>, col<&person::age>).into<totals>();
#else
    auto ages = pg::select(col<&person::id>, pg::cast<std::int64_t>(col<&person::age>)).into<totals>();
#endif
    db.all(pg::select(col<&totals::total>).from(pg::subquery(salaries.union_all(ages))));
}
