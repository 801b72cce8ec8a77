// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a subquery in FROM with group_by(), aggregates, distinct() or a set operation has no rows
#include "../models.hpp"

struct total {
    std::int64_t team_id{};
    std::int64_t people{};
};
const auto totals = pg::select(col<&person::team_id>, pg::count()).group_by(col<&person::team_id>).into<total>();
const auto joined =
    pg::select<team>().join(pg::subquery(totals)).on(col<&total::team_id> == col<&team::id>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(joined.for_update());
#else
    db.all(joined.for_update().of(pg::model<team>));
#endif
}
