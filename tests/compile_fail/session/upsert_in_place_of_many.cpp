// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: upsert() of many rows brings no rows back; give it the vector, not a std::ref of it
#include "../models.hpp"

#include <functional>
#include <vector>

void use(pg::connection& db, [[maybe_unused]] std::vector<team>& rows) {
#ifdef PGMODEL_BAD
    db.upsert<&team::id>(std::ref(rows));
#else
    db.upsert<&team::id>(std::ref(rows[0]));
#endif
}
