// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: select() takes columns and expressions
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(5).from(pg::model<person>));
#else
    db.all(pg::select(pg::lit<5>).from(pg::model<person>));
#endif
}
