// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: insert() and upsert() take a std::ref of a row
#include "../models.hpp"

#include <functional>
#include <vector>

void use(pg::connection& db, [[maybe_unused]] std::vector<int>& numbers, [[maybe_unused]] std::vector<team>& rows) {
#ifdef PGMODEL_BAD
    db.insert(std::ref(numbers));
#else
    db.insert(std::ref(rows));
#endif
}
