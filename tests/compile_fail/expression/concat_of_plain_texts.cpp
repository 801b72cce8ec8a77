// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: concat() joins texts of which one is a column or an expression
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::concat("a", "b")).from(pg::model<person>));
#else
    db.all(pg::select(pg::concat("a", col<&person::name>)));
#endif
}
