// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: search and cycle are said of a recursive query; begin with pgmodel::with_recursive
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
    auto tree = pg::detect_cycles(pg::cte(start().union_all(step())), col<&level::id>);
    db.all(pg::with(tree).select<level>().from(tree).where(!tree.is_cycle()));
#else
    auto tree = pg::detect_cycles(pg::cte(start().union_all(step())), col<&level::id>);
    db.all(pg::with_recursive(tree).select<level>().from(tree).where(!tree.is_cycle()));
#endif
}
