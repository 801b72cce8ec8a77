// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this statement returns no rows; add .returning(...), or run it with db.execute()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.first(pg::delete_from(pg::model<person>).all_rows());
#else
    db.execute(pg::delete_from(pg::model<person>).all_rows());
#endif
}
