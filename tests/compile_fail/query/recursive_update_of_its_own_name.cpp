// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement that changes rows neither reads itself nor has the name of the table that it changes
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
    const auto older = pg::cte(pg::update(pg::model<person>).set(col<&person::age> = 30).all_rows().returning(pg::model<person>));
#ifdef PGMODEL_BAD
    (void)db.all(pg::with_recursive(older).select<person>());
#else
    constexpr auto changed = pg::alias<person, "changed">;
    (void)db.all(pg::with_recursive(older.as(changed)).select(changed).from(older.as(changed)));
#endif
}
