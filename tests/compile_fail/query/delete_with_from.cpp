// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the other tables of a delete or a merge are said by .using_(
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::delete_from(pg::model<team>).from(pg::model<person>).where(col<&person::team_id> == col<&team::id>);
#else
    pg::delete_from(pg::model<team>).using_(pg::model<person>).where(col<&person::team_id> == col<&team::id>);
#endif
}
