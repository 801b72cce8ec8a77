// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a constant needs a type with a PostgreSQL type
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::coalesce(col<&person::created_at>, pg::constant<pg::timestamptz, "2024-01-01 00:00:00+00">) == pg::constant<int*, "x">);
#else
    (void)(pg::coalesce(col<&person::created_at>, pg::constant<pg::timestamptz, "2024-01-01 00:00:00+00">) == pg::now());
#endif
}
