// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value of this type has no such part
// expect: person::created_at
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::extract<"years">(col<&person::created_at>));
#else
    (void)(pg::extract<"year">(col<&person::created_at>));
#endif
}
