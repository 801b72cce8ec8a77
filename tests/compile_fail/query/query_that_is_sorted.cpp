// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: columns are sorted: .order_by(pgmodel::col<&model::field>.desc())
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<team>().order_by(col<&team::id>).desc();
#else
    (void)pg::select<team>().order_by(col<&team::id>.desc());
#endif
}
