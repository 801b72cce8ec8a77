// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only tables have system columns, and this struct stands for a subquery, a query in WITH or a function
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

struct adult {
    std::int64_t id{};
    pg::tid place{};
};

void use([[maybe_unused]] pg::connection& db) {
    const auto adults = pg::cte(pg::select(col<&person::id>, pg::ctid<person>).where(col<&person::age> >= 18).into<adult>());
#ifdef PGMODEL_BAD
    (void)db.all(pg::with(adults).select(pg::ctid<adult>));
#else
    (void)db.all(pg::with(adults).select(col<&adult::place>));
#endif
}
