// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement is a value and runs nothing
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db) {
#ifdef PGMODEL_BAD
    pg::delete_from(pg::model<person>).all_rows().execute(db);
#else
    db.execute(pg::delete_from(pg::model<person>).all_rows());
#endif
}
