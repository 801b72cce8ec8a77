// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: scalar() reads one value
// expect: tuple<int, int>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.scalar<std::tuple<int, int>>("select 1, 2");
#else
    db.scalar<int>("select 1");
#endif
}
