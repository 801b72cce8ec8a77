// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: generate_series() counts in integer, bigint, numeric, timestamp or timestamptz
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct day {
    pg::date at{};
};
struct moment {
    pg::timestamp at{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(col<&day::at>).from(pg::generate_series<day>(pg::date("2024-01-01"), pg::date("2024-01-09"), pg::interval("1 day"))));
#else
    (void)db.all(pg::select(col<&moment::at>).from(pg::generate_series<moment>(pg::timestamp("2024-01-01 00:00:00"), pg::timestamp("2024-01-09 00:00:00"), pg::interval("1 day"))));
#endif
}
