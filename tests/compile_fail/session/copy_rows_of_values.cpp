// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: copy_rows() takes a range of rows (structs that are models), such as a std::vector of them
#include "../models.hpp"

#include <pgmodel/session/copy_rows.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::copy_rows(db, std::vector<int>{1, 2});
#else
    pg::copy_rows(db, std::vector<team>{});
#endif
}
