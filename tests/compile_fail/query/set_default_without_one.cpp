// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column has no default and is never NULL; give it a value
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = pg::default_value).where(col<&person::id> == 1));
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::nick> = pg::default_value).where(col<&person::id> == 1));
#endif
}
