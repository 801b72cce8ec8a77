// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of a query with search or cycle neither the start nor the step is a set operation
#include "../models.hpp"

#include <pgmodel/query/search_cycle.hpp>

struct level {
    std::int64_t id{};
    std::int32_t depth{};
};
constexpr auto start = pg::select(col<&person::id>, pg::lit<0>).into<level>();
constexpr auto step = pg::select(col<&person::id>, col<&level::depth> + pg::lit<1>).from(pg::model<person>).join(pg::model<level>, col<&level::id> == col<&person::team_id>).into<level>();

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    auto tree = pg::search_depth_first(pg::cte(start.union_(start).union_all(step)), col<&level::id>);
#else
    auto tree = pg::search_depth_first(pg::cte(start.union_all(step)), col<&level::id>);
#endif
    db.all(pg::with_recursive(tree).select<level>());
}
