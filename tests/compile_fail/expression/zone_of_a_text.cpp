// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: at_time_zone() takes a timestamp
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::at_time_zone<"UTC">(col<&person::name>));
#else
    (void)(pg::at_time_zone<"UTC">(col<&person::created_at>));
#endif
}
