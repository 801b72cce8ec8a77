// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what stands behind RIGHT JOIN or FULL JOIN cannot speak of the tables before it
#include "../models.hpp"

using pg::lit;
const auto own = pg::select<team>().from(pg::model<team>).where(col<&team::id> == col<&person::team_id>);

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().from(pg::model<person>).right_join(pg::lateral(own)).on(lit<true>));
#else
    db.all(pg::select<team>().from(pg::model<person>).left_join(pg::lateral(own)).on(lit<true>));
#endif
}
