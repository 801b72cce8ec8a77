// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model's table has a schema, so what stands for it in FROM needs a name of its own
#include "../models.hpp"

struct far {
    std::int64_t id{};
    static constexpr auto table() { return pg::table("far", pg::in_schema("remote"), pg::field<&far::id>.primary_key()); }
};
void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<far>().from(pg::subquery(pg::select<far>())));
#else
    db.all(pg::select(pg::alias<far, "f">).from(pg::subquery(pg::select<far>()).as(pg::alias<far, "f">)));
#endif
}
