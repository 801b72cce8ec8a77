// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: another query reads this field, and the expression at its place has another type on the server
// expect: "depth"
#include "../models.hpp"

struct level {
    std::int64_t id{};
    std::int64_t depth{};
};
constexpr auto step = pg::select(col<&person::id>, col<&level::depth> + pg::lit<1>).from(pg::model<person>).join(pg::model<level>, col<&level::id> == col<&person::team_id>).into<level>();

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::with_recursive(pg::cte(pg::select(col<&person::id>, pg::lit<0>).into<level>().union_all(step))).select<level>());
#else
    db.all(pg::with_recursive(pg::cte(pg::select(col<&person::id>, pg::cast<std::int64_t>(pg::lit<0>)).into<level>().union_all(step))).select<level>());
#endif
}
