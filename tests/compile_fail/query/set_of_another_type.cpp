// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression has another type than the column that it is given to; cast it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(
        pg::update(pg::model<person>).set(col<&person::age> = col<&person::salary>).where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::age> = pg::cast<int>(col<&person::salary>))
                   .where(col<&person::id> == 1));
#endif
}
