// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression can be NULL, and the column cannot; say pgmodel::coalesce(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::name> = col<&person::nick>).where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::name> = pg::coalesce(col<&person::nick>, ""))
                   .where(col<&person::id> == 1));
#endif
}
