// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: date_bin() takes a timestamp
// expect: person::name
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::date_bin(pg::interval("1 day"), col<&person::name>, pg::now()));
#else
    (void)(pg::date_bin(pg::interval("1 day"), col<&person::created_at>, pg::now()));
#endif
}
