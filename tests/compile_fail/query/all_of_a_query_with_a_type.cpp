// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a type stands before SQL text only
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    auto rows = db.all<person>(pg::select<person>());
#else
    auto rows = db.all(pg::select<person>());
#endif
}
