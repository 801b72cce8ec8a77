// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only when_not_matched() inserts a row; the others have one already
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::merge_into(pg::model<team>)
                   .using_(pg::model<person>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched()
                   .then_insert(col<&team::name> = col<&person::name>));
#else
    db.execute(pg::merge_into(pg::model<team>)
                   .using_(pg::model<person>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_not_matched()
                   .then_insert(col<&team::name> = col<&person::name>));
#endif
}
