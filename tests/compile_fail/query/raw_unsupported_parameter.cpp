// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value of this type cannot be a parameter
// expect: money
#include "../models.hpp"

struct money {
    money(std::int64_t n = 0) : cents(n) {}
    std::int64_t cents;
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute("select $1", money{5});
#else
    db.execute("select $1", money{5}.cents);
#endif
}
