// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: excluded() takes a column of the model
#include "../models.hpp"

inline constexpr auto other = pg::alias<team, "other">;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::excluded(other[col<&team::name>]);
#else
    (void)pg::excluded(col<&team::name>);
#endif
}
