// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field's type has no PostgreSQL type
// expect: thing
// expect: prices
// expect: money
#include "../models.hpp"

struct money {
    money(std::int64_t n = 0) : cents(n) {}
    std::int64_t cents;
};

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::vector<money> prices{};
};
#else
struct thing {
    std::int64_t id{};
    std::vector<std::int64_t> prices{};
};
#endif

inline constexpr pg::registry<thing> all{};
