// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: ages::age
#include "../models.hpp"

struct ages {
    std::int64_t id{};
    std::int32_t age{};
};

void use([[maybe_unused]] pg::connection& db) {
    auto query = pg::with(pg::cte(pg::select(col<&person::id>, col<&person::age>).into<ages>())).select(col<&ages::id>, col<&ages::age>);
#ifdef PGMODEL_BAD
    db.all(query.group_by(col<&ages::id>));
#else
    db.all(query.group_by(col<&ages::id>, col<&ages::age>));
#endif
}
