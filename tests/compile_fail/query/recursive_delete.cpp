// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement that changes rows neither reads itself nor has the name of the table that it changes
#include "../models.hpp"

struct gone {
    std::int64_t id{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto chosen = pg::delete_from(pg::model<person>);
#ifdef PGMODEL_BAD
    db.all(pg::with_recursive(pg::cte(chosen.using_(pg::model<gone>).where(col<&gone::id> == col<&person::id>).returning(col<&person::id>).into<gone>())).select<gone>());
#else
    db.all(pg::with_recursive(pg::cte(chosen.using_(pg::model<team>).where(col<&team::id> == col<&person::id>).returning(col<&person::id>).into<gone>())).select<gone>());
#endif
}
