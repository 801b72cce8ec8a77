// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column's table is part of the query, and not seen here
#include "../models.hpp"

inline constexpr auto outer = pg::alias<team, "x">;
#ifdef PGMODEL_BAD
inline constexpr auto inner = pg::alias<person, "x">;
#else
inline constexpr auto inner = pg::alias<person, "y">;
#endif

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select(outer[col<&team::name>])
               .from(outer)
               .where(pg::exists(pg::select(pg::lit<1>).from(inner).where(inner[col<&person::team_id>] == outer[col<&team::id>]))));
}
