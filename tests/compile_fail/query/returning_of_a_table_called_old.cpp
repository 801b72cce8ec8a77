// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement with returning() does not call its table old or new
#include "../models.hpp"

inline constexpr auto before = pg::alias<person, "old">;

void use([[maybe_unused]] pg::connection& db) {
    const auto q = pg::update(before).set(before[col<&person::age>] = 1).where(before[col<&person::id>] == 5);
#ifdef PGMODEL_BAD
    (void)db.all(q.returning(pg::old(col<&person::age>)));
#else
    db.execute(q);
#endif
}
