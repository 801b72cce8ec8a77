// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the start of a recursive query tells the lengths and scales of its columns, too
// expect: person::salary
#include "../models.hpp"

#include <pgmodel/types/long_numeric.hpp>

struct paid {
    std::int64_t id{};
    pg::numeric<> salary{};
};
constexpr auto step = pg::select(col<&person::id>, col<&paid::salary> + col<&person::salary>).from(pg::model<person>).join(pg::model<paid>, col<&paid::id> == col<&person::team_id>).into<paid>();

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::with_recursive(pg::cte(pg::select(col<&person::id>, col<&person::salary>).into<paid>().union_all(step))).select<paid>());
#else
    db.all(pg::with_recursive(pg::cte(pg::select(col<&person::id>, pg::cast<pg::numeric<>>(col<&person::salary>)).into<paid>().union_all(step))).select<paid>());
#endif
}
