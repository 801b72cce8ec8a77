// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two common table expressions have the same name
#include "../models.hpp"

struct level {
    std::int64_t id{};
    std::int32_t depth{};
};
constexpr auto first = pg::select(col<&person::id>, pg::lit<0>).where(col<&person::team_id> == 1).into<level>();

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::with(pg::cte(first), pg::cte(first)).select<level>().from(pg::model<level>));
#else
    (void)db.all(pg::with(pg::cte(first), pg::cte(first).as(pg::alias<level, "other">)).select<level>().from(pg::model<level>));
#endif
}
