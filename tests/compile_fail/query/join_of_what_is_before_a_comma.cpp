// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in SQL a join sees nothing of what stands before the last comma of from()
#include "../models.hpp"

constexpr auto other = pg::alias<team, "other">;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().from(pg::model<team>, other).join(pg::model<person>).on(col<&person::team_id> ==
                                                                                    col<&team::id>));
#else
    db.all(pg::select<person>()
               .from(pg::model<team>)
               .cross_join(other)
               .join(pg::model<person>)
               .on(col<&person::team_id> == col<&team::id>));
#endif
}
