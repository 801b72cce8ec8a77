// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL takes no recursive WITH before MERGE; make it the subquery of using_()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    const auto all = pg::cte(pg::select<team>());
    db.execute(pg::with_recursive(all)
                   .merge_into(pg::model<person>)
                   .using_(all)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched()
                   .then_delete());
#else
    const auto all = pg::cte(pg::select<team>());
    db.execute(pg::with(all)
                   .merge_into(pg::model<person>)
                   .using_(all)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched()
                   .then_delete());
#endif
}
