// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: count() counts rows, so it takes no distinct() and no order_by()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::count().distinct()).from(pg::model<team>));
#else
    (void)db.all(pg::select(pg::count(col<&team::name>).distinct()).from(pg::model<team>));
#endif
}
