// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a query is a value and runs nothing; a session runs it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    std::vector<team> rows = pg::select<team>();
#else
    std::vector<team> rows = db.all(pg::select<team>());
#endif
}
