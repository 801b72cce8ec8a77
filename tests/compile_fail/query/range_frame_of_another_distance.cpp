// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the distance of range() is a number where its key is one
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::sum(col<&person::age>).over(pg::order_by(col<&person::salary>).range(pg::preceding(pg::interval("1 day"))))));
#else
    (void)db.all(pg::select(pg::sum(col<&person::age>).over(pg::order_by(col<&person::salary>).range(pg::preceding(pg::numeric<10, 2>("1.5"))))));
#endif
}
