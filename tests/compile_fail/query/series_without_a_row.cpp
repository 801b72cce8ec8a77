// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: generate_series() is told the struct whose field is its column: pgmodel::generate_series<number>(1, 9)
#include "../models.hpp"

struct number {
    std::int32_t n;
};
#ifdef PGMODEL_BAD
const auto series = pg::generate_series(1, 9);
#else
const auto series = pg::generate_series<number>(1, 9);
#endif
void run(pg::session& db) { db.all(pg::select(col<&number::n>).from(series)); }
