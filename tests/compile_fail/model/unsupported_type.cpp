// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field's type has no PostgreSQL type
// expect: thing
// expect: price
// expect: money
#include "../models.hpp"

struct money {
    money(std::int64_t n = 0) : cents(n) {}
    std::int64_t cents;
};

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    money price{};
};
#else
struct thing {
    std::int64_t id{};
    pg::numeric<10, 2> price{};
};
#endif

inline constexpr pg::registry<thing> all{};
