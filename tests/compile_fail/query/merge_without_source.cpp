// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this merge has no rows to merge; add .using_(pgmodel::model<...>)
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::merge_into(pg::model<person>).on(col<&person::id> == 1).when_matched().then_delete());
#else
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(pg::model<team>)
                   .on(col<&person::id> == 1)
                   .when_matched()
                   .then_delete());
#endif
}
