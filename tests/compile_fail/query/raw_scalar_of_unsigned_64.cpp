// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no unsigned 64-bit integer
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.scalar<std::size_t>("select count(*) from people");
#else
    db.scalar<std::int64_t>("select count(*) from people");
#endif
}
