// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: isfinite() takes a date
// expect: person::age
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::isfinite(col<&person::age>));
#else
    (void)(pg::isfinite(col<&person::created_at>));
#endif
}
