// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: merge_into() has a header of its own; #include <pgmodel/query/merge_into.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/merge_into.hpp>
#endif

struct named {
    std::int64_t id{};
};

void use(pg::connection& db) {
    const auto teams = pg::cte(pg::select(col<&team::id>).into<named>());
    db.execute(pg::with(teams)
                   .merge_into(pg::model<person>)
                   .using_(teams)
                   .on(col<&person::team_id> == col<&named::id>)
                   .when_matched()
                   .then_delete());
}
