// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: WITH TIES asks for order_by()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().union_(pg::select<person>()).fetch_with_ties(3));
#else
    db.all(pg::select<person>().union_(pg::select<person>()).order_by(col<&person::age>).fetch_with_ties(3));
#endif
}
