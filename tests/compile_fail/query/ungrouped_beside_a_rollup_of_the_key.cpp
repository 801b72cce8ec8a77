// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: team::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto q = pg::select(col<&team::name>, pg::count(col<&person::id>)).join(col<&person::team_id>);
#ifdef PGMODEL_BAD
    db.all(q.group_by(pg::rollup(col<&team::id>), col<&person::active>));
#else
    db.all(q.group_by(col<&team::id>, pg::rollup(col<&person::active>)));
    db.all(q.group_by(pg::grouping_sets(pg::keys(col<&team::id>, col<&person::active>), col<&team::id>)));
#endif
}
