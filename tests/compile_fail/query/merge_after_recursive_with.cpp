// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL takes no recursive WITH before MERGE; make it the subquery of using_()
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

struct picked {
    std::int64_t id{};
};

void use([[maybe_unused]] pg::connection& db) {
    const auto all = pg::cte(pg::select(col<&team::id>).into<picked>());
#ifdef PGMODEL_BAD
    db.execute(pg::with_recursive(all)
#else
    db.execute(pg::with(all)
#endif
                   .merge_into(pg::model<person>)
                   .using_(all)
                   .on(col<&person::team_id> == col<&picked::id>)
                   .when_matched()
                   .then_delete());
}
