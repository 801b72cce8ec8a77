// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a common table expression of this query has the name of a table that the query reads
#include "../models.hpp"

#ifdef PGMODEL_BAD
inline constexpr auto named = pg::alias<seat, "teams">;
#else
inline constexpr auto named = pg::alias<seat, "chosen">;
#endif

void use([[maybe_unused]] pg::connection& db) {
    auto seats = pg::cte(pg::select<seat>()).as(named);
    auto later = pg::cte(pg::select<team>()).as(pg::alias<team, "later">);
    db.all(pg::with(seats, later).select(later[col<&team::name>]).from(later));
}
