// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: insert() takes one row, or several in a vector
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    team rows[2]{};
    db.insert(rows);
#else
    db.insert(std::vector<team>(2));
#endif
}
