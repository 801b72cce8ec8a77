// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: another query reads this field, and the expression at its place has another type on the server
// expect: ages
// expect: "age"
#include "../models.hpp"

struct ages {
    std::int64_t id{};
    std::int64_t age{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::with(pg::cte(pg::select(col<&person::id>, col<&person::age>).into<ages>())).select<ages>());
#else
    db.all(pg::with(pg::cte(pg::select(col<&person::id>, pg::cast<std::int64_t>(col<&person::age>)).into<ages>())).select<ages>());
    db.all(pg::select(col<&person::id>, col<&person::age>).into<ages>());
#endif
}
