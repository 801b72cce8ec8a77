// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: merge_action() has its place in returning() of a merge only
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::update(pg::model<person>).set(col<&person::age> = 5).all_rows().returning(pg::merge_action()));
#else
    db.all(pg::merge_into(pg::model<person>)
               .using_(pg::model<team>)
               .on(col<&person::team_id> == col<&team::id>)
               .when_matched()
               .then_delete()
               .returning(pg::merge_action()));
#endif
}
