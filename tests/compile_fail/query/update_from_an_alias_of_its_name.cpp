// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a table has the name of the one whose rows are changed
#include "../models.hpp"

#ifdef PGMODEL_BAD
inline constexpr auto other = pg::alias<team, "people">;
#else
inline constexpr auto other = pg::alias<team, "theirs">;
#endif

void use([[maybe_unused]] pg::connection& db) {
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::name> = other[col<&team::name>])
                   .from(other)
                   .where(other[col<&team::id>] == col<&person::team_id>));
}
