// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an alias is asked for a column in square brackets
#include "../models.hpp"

inline constexpr auto other = pg::alias<team, "other">;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(other(col<&team::name>)).from(other));
#else
    db.all(pg::select(other[col<&team::name>]).from(other));
#endif
}
