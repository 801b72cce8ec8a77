// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no unsigned 64-bit integer
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all<std::uint64_t>("select id from people");
#else
    db.all<std::int64_t>("select id from people");
#endif
}
