// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate or a window function has no place in SET; make it in a subquery
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::nick> = pg::max(col<&person::name>))
                   .where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::nick> = pg::scalar(pg::select(pg::max(col<&team::name>))))
                   .where(col<&person::id> == 1));
#endif
}
