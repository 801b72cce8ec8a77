// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: having() takes a condition
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count()).from(pg::model<person>).having(pg::count()));
#else
    db.all(pg::select(pg::count()).from(pg::model<person>).having(pg::count() > 1));
#endif
}
