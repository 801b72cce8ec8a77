// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a table can be sampled, or a materialized view
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct seen {
    std::int32_t age{};
    std::int64_t people{};

    static constexpr auto table() {
        return pg::view("seen", pg::select(col<&person::age>, pg::count()).group_by(col<&person::age>));
    }
};
struct kept {
    std::int32_t age{};
    std::int64_t people{};

    static constexpr auto table() {
        return pg::materialized_view("kept", pg::select(col<&person::age>, pg::count()).group_by(col<&person::age>));
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(col<&seen::people>).from(pg::tablesample(pg::model<seen>, pg::bernoulli(10))));
#else
    (void)db.all(pg::select(col<&kept::people>).from(pg::tablesample(pg::model<kept>, pg::bernoulli(10))));
#endif
}
