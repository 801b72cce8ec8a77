// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a view has no system columns; ask the tables that it is made of
// expect: seen
#include "../models.hpp"

#include <pgmodel/objects.hpp>
#include <pgmodel/query/system_columns.hpp>

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
    (void)db.all(pg::select(pg::ctid<seen>));
#else
    (void)db.all(pg::select(pg::ctid<kept>));
#endif
}
