// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: team::id
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    auto widest = pg::scalar(pg::select(pg::max(col<&seat::row> + col<&team::id>)).from(pg::model<seat>));
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::name>, widest).from(pg::model<team>).group_by(col<&team::name>));
#else
    db.all(pg::select(col<&team::name>, widest).from(pg::model<team>).group_by(col<&team::id>, col<&team::name>));
#endif
}
