// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a branch of a merge takes a condition; compare the column with a value first
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched(col<&team::id>)
                   .then_delete());
#else
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched(col<&team::id> == 5)
                   .then_delete());
#endif
}
