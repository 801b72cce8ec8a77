// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: team
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::model<team>, pg::count()).group_by(col<&team::name>));
#else
    db.all(pg::select(pg::model<team>, pg::count()).group_by(col<&team::id>));
#endif
}
