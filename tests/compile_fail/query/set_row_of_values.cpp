// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::row(...) of columns takes a query; give single values to single columns
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>)
                   .set(pg::row(col<&person::name>, col<&person::age>) = pg::row(pg::lit<"x">, pg::lit<5>))
                   .where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>)
                   .set(col<&person::name> = "x", col<&person::age> = 5)
                   .where(col<&person::id> == 1));
#endif
}
