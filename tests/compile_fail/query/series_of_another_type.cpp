// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the ends of generate_series() are of the type of the struct's field
#include "../models.hpp"

struct number {
    std::int32_t n{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(col<&number::n>).from(pg::generate_series<number>(1, pg::now())));
#else
    (void)db.all(pg::select(col<&number::n>).from(pg::generate_series<number>(1, pg::lit<9>)));
#endif
}
