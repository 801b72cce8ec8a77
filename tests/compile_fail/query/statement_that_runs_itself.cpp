// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a statement is a value and runs nothing
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::delete_from(pg::model<team>).all_rows().execute();
#else
    db.execute(pg::delete_from(pg::model<team>).all_rows());
#endif
}
