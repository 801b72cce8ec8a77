// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: old() takes a column of the model whose rows are changed
#include "../models.hpp"

inline constexpr auto other = pg::alias<team, "other">;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::old(other[col<&team::name>]);
#else
    (void)pg::old(col<&team::name>);
#endif
}
