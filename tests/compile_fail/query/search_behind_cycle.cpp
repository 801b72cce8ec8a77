// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query is searched once, and its cycles are detected once and behind that
#include "../models.hpp"
#include <pgmodel/query/search_cycle.hpp>

struct level {
    std::int64_t id{};
    std::int32_t depth{};
};
auto start() { return pg::select(col<&team::id>, pg::lit<0>).into<level>(); }
auto step() { return pg::select(col<&team::id>, col<&level::depth> + pg::lit<1>).from(pg::model<team>).join(pg::model<level>).on(col<&level::id> == col<&team::id>).into<level>(); }

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    auto tree = pg::search_depth_first(pg::detect_cycles(pg::cte(start().union_all(step())), col<&level::id>), col<&level::id>);
    db.all(pg::with_recursive(tree).select<level>().from(tree).where(!tree.is_cycle()));
#else
    auto tree = pg::detect_cycles(pg::search_depth_first(pg::cte(start().union_all(step())), col<&level::id>), col<&level::id>);
    db.all(pg::with_recursive(tree).select<level>().from(tree).where(!tree.is_cycle()));
#endif
}
