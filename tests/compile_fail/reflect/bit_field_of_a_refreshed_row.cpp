// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a bit-field
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    int size : 3;
#else
    int size{};
#endif
};

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] thing& row) {
    db.refresh(row);
}
