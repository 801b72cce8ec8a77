// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field's type has no PostgreSQL type
// expect: thing::price
#include "../models.hpp"

struct money {
    money(std::int64_t n = 0) : cents(n) {}
    std::int64_t cents;
};
struct thing {
    std::int64_t id{};
    money        price{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&thing::price> == money{5});
#else
    (void)(col<&thing::id> == 5);
#endif
}
