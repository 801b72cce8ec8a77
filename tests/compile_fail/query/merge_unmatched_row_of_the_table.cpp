// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: when_not_matched() has no row of the table yet; speak of the columns of using_() only
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_not_matched(col<&person::age> > 5)
                   .then_do_nothing());
#else
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_not_matched(col<&team::id> > 5)
                   .then_do_nothing());
#endif
}
