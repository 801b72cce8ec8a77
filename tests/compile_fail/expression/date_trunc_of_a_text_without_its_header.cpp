// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: date_trunc(), extract() and at_time_zone() take an expression, and have a header of their own; #include <pgmodel/expression/date_time.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::date_trunc("day", col<&person::created_at>)));
#else
    db.all(pg::select(col<&person::created_at>));
#endif
}
