// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: months and days are added by the server
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::timestamptz("2024-01-31 00:00:00+00") + pg::interval("1 mon"));
#else
    (void)(pg::timestamptz("2024-01-31 00:00:00+00") + std::chrono::hours(24));
#endif
}
