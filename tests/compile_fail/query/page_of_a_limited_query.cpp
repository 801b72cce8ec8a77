// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: page() says limit and offset itself
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.page(pg::select<person>().limit(5), 5, 0);
#else
    db.page(pg::select<person>(), 5, 0);
#endif
}
