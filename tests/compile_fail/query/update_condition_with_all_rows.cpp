// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: all_rows() says that there is no condition; take one of both away
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).where(col<&person::id> == 1).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).all_rows());
#endif
}
