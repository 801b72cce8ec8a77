// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: old() is what a row was before a statement changed it
#include "../models.hpp"

inline constexpr auto old_team = pg::alias<team, "old">;

void use([[maybe_unused]] pg::connection& db) {
    const auto q = pg::update(pg::model<person>).set(col<&person::age> = 1).from(old_team).where(old_team[col<&team::id>] == col<&person::team_id>);
#ifdef PGMODEL_BAD
    (void)db.all(q.returning(pg::old(col<&person::name>)));
#else
    (void)db.all(q.returning(old_team[col<&team::name>]));
#endif
}
