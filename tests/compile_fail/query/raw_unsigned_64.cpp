// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no unsigned 64-bit integer
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute("select $1", std::uint64_t{5});
#else
    db.execute("select $1", std::int64_t{5});
#endif
}
