// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: date_trunc() with a zone takes a timestamptz
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::date_trunc<"day", "UTC">(pg::local_timestamp));
#else
    (void)(pg::date_trunc<"day", "UTC">(col<&person::created_at>));
#endif
}
