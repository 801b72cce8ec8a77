// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a page has a size and an offset
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.page(pg::select<team>().order_by(col<&team::id>), 20);
#else
    db.page(pg::select<team>().order_by(col<&team::id>), 20, 0);
#endif
}
