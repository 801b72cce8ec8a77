// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: extract() and date_trunc() take a date
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::extract<"year">(col<&person::name>));
#else
    (void)(pg::extract<"year">(col<&person::created_at>));
#endif
}
