// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: on_conflict() takes columns of the model that is inserted into, without an alias
#include "../models.hpp"

[[maybe_unused]] constexpr auto x = pg::alias<team, "x">;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::insert_into(pg::model<team>).values(col<&team::name> = "x").on_conflict(x[col<&team::name>]).do_nothing());
#else
    db.execute(pg::insert_into(pg::model<team>).values(col<&team::name> = "x").on_conflict(col<&team::name>).do_nothing());
#endif
}
