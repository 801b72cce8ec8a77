// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: stream() reads what a select finds; what a statement returns that changes rows is read by db.all(statement)
#include "../models.hpp"

#include <pgmodel/session/stream.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::stream(db, pg::delete_from(pg::model<team>).where(col<&team::id> == 1).returning(col<&team::id>));
#else
    pg::stream(db, pg::select<team>());
#endif
}
