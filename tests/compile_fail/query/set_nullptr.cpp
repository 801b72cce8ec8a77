// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: NULL is std::nullopt
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<person>).set(col<&person::nick> = nullptr).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(col<&person::nick> = std::nullopt).all_rows());
#endif
}
