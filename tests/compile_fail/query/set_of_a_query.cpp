// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query of one value is given to a column as pgmodel::scalar(query)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::nick> = pg::select(col<&team::name>))
                   .where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::nick> = pg::scalar(pg::select(col<&team::name>)))
                   .where(col<&person::id> == 1));
#endif
}
