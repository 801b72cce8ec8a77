// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the unit is part of the text
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::date_trunc("day", col<&person::created_at>)));
#else
    db.all(pg::select(pg::date_trunc<"day">(col<&person::created_at>)));
#endif
}
