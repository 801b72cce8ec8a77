// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query that reads itself has the form start.union_all(step) or start.union_(step), and its start does not read it
#include "../models.hpp"

struct level {
    std::int64_t id{};
    std::int32_t depth{};
};
constexpr auto first = pg::select(col<&person::id>, pg::lit<0>).where(col<&person::team_id> == 1).into<level>();
constexpr auto step = pg::select(col<&person::id>, col<&level::depth> + pg::lit<1>).from(pg::model<person>);
constexpr auto leads = col<&level::id> == col<&person::team_id>;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::with_recursive(pg::cte(step.join(pg::model<level>).on(leads).into<level>().union_all(first))).select<level>().from(pg::model<level>));
#else
    (void)db.all(pg::with_recursive(pg::cte(first.union_all(step.join(pg::model<level>).on(leads).into<level>()))).select<level>().from(pg::model<level>));
#endif
}
