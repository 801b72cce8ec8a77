// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: overlaps() of rows is asked of two periods
#include <pgmodel/expression/row_value.hpp>

#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::row(col<&person::id>, col<&person::id>).overlaps(pg::row(1, 2, 3))));
#else
    db.all(pg::select<person>().where(pg::row(col<&person::created_at>, pg::now()).overlaps(pg::row(pg::now(), col<&person::created_at>))));
#endif
}
