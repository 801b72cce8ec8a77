// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only tables can be locked; of() names a subquery, a query in WITH or a function
#include "../models.hpp"

struct busy {
    std::int64_t id{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::with(pg::cte(pg::select(col<&person::team_id>).into<busy>()))
                     .select(col<&team::name>)
                     .from(pg::model<team>)
                     .join(pg::model<busy>, col<&busy::id> == col<&team::id>)
                     .for_update();
#ifdef PGMODEL_BAD
    db.all(query.of(pg::model<busy>));
#else
    db.all(query.of(pg::model<team>));
    db.all(query);
#endif
}
