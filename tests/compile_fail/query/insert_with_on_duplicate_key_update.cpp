// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a conflict is answered by .on_conflict(column).do_nothing() or .do_update(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::insert_into(pg::model<team>).values(col<&team::name> = "x").on_duplicate_key_update(col<&team::name> = "y"));
#else
    db.execute(pg::insert_into(pg::model<team>).values(col<&team::name> = "x").on_conflict(col<&team::name>).do_update(col<&team::name> = "y"));
#endif
}
