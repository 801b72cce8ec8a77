// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value of this type cannot be read from a column
// expect: money
#include "../models.hpp"

struct money {
    money(std::int64_t n = 0) : cents(n) {}
    std::int64_t cents;
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all<std::tuple<int, money>>("select 1, 2");
#else
    (void)db.all<std::tuple<int, int>>("select 1, 2");
#endif
}
