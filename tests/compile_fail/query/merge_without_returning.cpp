// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this statement returns no rows; add .returning(...), or run it with db.execute()
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::merge_into(pg::model<person>)
                     .using_(pg::model<team>)
                     .on(col<&team::id> == col<&person::team_id>)
                     .when_matched()
                     .then_delete());
#else
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&team::id> == col<&person::team_id>)
                   .when_matched()
                   .then_delete());
#endif
}
