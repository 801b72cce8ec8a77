// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these common table expressions read each other
#include "../models.hpp"

struct level {
    std::int64_t id{};
};
struct other {
    std::int64_t id{};
};
[[maybe_unused]] constexpr auto first = pg::select(col<&person::id>).where(col<&person::team_id> == 1).into<level>();
[[maybe_unused]] constexpr auto step =
    pg::select(col<&person::id>).join(pg::model<level>).on(col<&level::id> == col<&person::team_id>).into<level>();
[[maybe_unused]] constexpr auto levels = pg::select(col<&level::id>).from(pg::model<level>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::with_recursive(pg::cte(first.where(pg::exists(pg::select<other>()))), pg::cte(levels.into<other>())).select<level>().from(pg::model<level>));
#else
    (void)db.all(pg::with_recursive(pg::cte(first), pg::cte(levels.into<other>())).select<level>().from(pg::model<level>));
#endif
}
