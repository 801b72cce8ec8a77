// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: limit() and offset() take a number of rows, or a placeholder for one
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().limit(2.5));
#else
    db.all(pg::select<person>().limit(2));
#endif
}
