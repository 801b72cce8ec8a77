// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: when_not_matched() has no row to update; say then_insert(), or when_matched()
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_not_matched()
                   .then_update(col<&person::name> = col<&team::name>));
#else
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched()
                   .then_update(col<&person::name> = col<&team::name>));
#endif
}
