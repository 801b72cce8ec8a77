// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: having() takes a condition
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::count()).from(pg::model<team>).having());
#else
    (void)db.all(pg::select(pg::count()).from(pg::model<team>).having(pg::count() > 1));
#endif
}
