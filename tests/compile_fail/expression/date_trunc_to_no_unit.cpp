// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: date_trunc() takes a date, timestamp or interval, and a unit
// expect: person::created_at
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::date_trunc<"dow">(col<&person::created_at>));
#else
    (void)(pg::date_trunc<"day">(col<&person::created_at>));
#endif
}
