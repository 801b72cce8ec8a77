// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set() is of an update; an insert says .values(pgmodel::col<&model::field> = value)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::insert_into(pg::model<team>).set(col<&team::name> = "x"));
#else
    db.execute(pg::insert_into(pg::model<team>).values(col<&team::name> = "x"));
#endif
}
