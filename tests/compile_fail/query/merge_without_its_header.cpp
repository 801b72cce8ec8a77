// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: merge_into() has a header of its own; #include <pgmodel/query/merge_into.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/merge_into.hpp>
#endif

void use(pg::connection& db) {
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::team_id> == col<&team::id>)
                   .when_matched()
                   .then_delete());
}
