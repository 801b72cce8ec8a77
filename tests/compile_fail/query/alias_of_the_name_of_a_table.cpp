// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two tables of this query have one name
#include "../models.hpp"

#ifdef PGMODEL_BAD
inline constexpr auto other = pg::alias<person, "teams">;
#else
inline constexpr auto other = pg::alias<person, "member">;
#endif

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select(col<&team::name>).join(other).on(other[col<&person::team_id>] == col<&team::id>));
}
