// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a common table expression reads one that stands behind it; say that one first
#include "../models.hpp"

struct busy {
    std::int64_t id{};
};
struct named {
    std::string name{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto first = pg::cte(pg::select(col<&person::team_id>).where(col<&person::active>).into<busy>());
    auto second = pg::cte(pg::select(col<&team::name>).join(pg::model<busy>, col<&busy::id> == col<&team::id>).into<named>());
#ifdef PGMODEL_BAD
    db.all(pg::with(second, first).select<named>());
#else
    db.all(pg::with(first, second).select<named>());
    db.all(pg::with_recursive(second, first).select<named>());
#endif
}
