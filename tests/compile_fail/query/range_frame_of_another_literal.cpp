// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the distance of range() is a number where its key is one, a whole one beside whole ones, and an interval beside dates and times
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::sum(col<&person::age>).over(pg::order_by(col<&person::created_at>).range(pg::preceding(pg::lit<3>)))));
#else
    (void)db.all(pg::select(pg::sum(col<&person::age>).over(pg::order_by(col<&person::age>).range(pg::preceding(pg::lit<3>)))));
#endif
}
