// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate or a window function has no place in then_insert(); make it in the query of using_()
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::merge_into(pg::model<team>)
                   .using_(pg::model<person>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_not_matched()
                   .then_insert(col<&team::name> = pg::coalesce(pg::max(col<&person::name>), "")));
#else
    db.execute(pg::merge_into(pg::model<team>)
                   .using_(pg::model<person>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_not_matched()
                   .then_insert(col<&team::name> = col<&person::name>));
#endif
}
