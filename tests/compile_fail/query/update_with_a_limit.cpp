// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement that changes rows has no order and no limit
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::update(pg::model<team>).set(col<&team::name> = "x").all_rows().limit(1);
#else
    pg::update(pg::model<team>).set(col<&team::name> = "x").where(col<&team::id>.in(pg::select(col<&team::id>).limit(1)));
#endif
}
