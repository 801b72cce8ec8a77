// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a C array
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    char name[20]{};
#else
    std::string name{};
#endif
};

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] thing& row) {
    db.count<thing>();
}
