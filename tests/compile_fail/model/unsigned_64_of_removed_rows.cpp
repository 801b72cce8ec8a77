// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL has no unsigned 64-bit integer
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    std::uint64_t size{};
#else
    std::int64_t size{};
#endif
};

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] thing& row) {
    db.execute(pg::delete_from(pg::model<thing>).where(col<&thing::id> == 1));
}
