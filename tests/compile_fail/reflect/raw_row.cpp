// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct is not an aggregate
// expect: thing
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    explicit thing(int) {}
};
#else
struct thing {
    std::int64_t id{};
};
#endif

auto use(pg::connection& db) { return db.all<thing>("select 1::int8 as id"); }
