// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this update sets nothing; add .set(pgmodel::col<&model::field> = value)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::age> = 5).all_rows());
#endif
}
