// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a table has the name of the one whose rows are changed
#include "../models.hpp"

#include <pgmodel/query/merge_into.hpp>

#ifdef PGMODEL_BAD
inline constexpr auto other = pg::alias<team, "people">;
#else
inline constexpr auto other = pg::alias<team, "theirs">;
#endif

void use([[maybe_unused]] pg::connection& db) {
    db.execute(pg::merge_into(pg::model<person>)
                   .using_(other)
                   .on(other[col<&team::id>] == col<&person::team_id>)
                   .when_matched()
                   .then_delete());
}
