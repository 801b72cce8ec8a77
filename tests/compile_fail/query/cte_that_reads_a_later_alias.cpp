// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a common table expression reads one that stands behind it; say that one first
#include "../models.hpp"

struct busy {
    std::int64_t id{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto first = pg::cte(pg::select(col<&person::team_id>).into<busy>()).as(pg::alias<busy, "f">);
    auto second = pg::cte(pg::select(col<&team::id>).where(col<&team::id>.in(pg::select(first[col<&busy::id>]).from(first))).into<busy>());
#ifdef PGMODEL_BAD
    db.all(pg::with(second, first).select<busy>());
#else
    db.all(pg::with(first, second).select<busy>());
#endif
}
