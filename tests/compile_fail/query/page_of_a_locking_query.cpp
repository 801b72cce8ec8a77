// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: page() counts all rows, and would lock them
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.page(pg::select<person>().for_update(), 5, 0);
#else
    db.page(pg::select<person>(), 5, 0);
#endif
}
