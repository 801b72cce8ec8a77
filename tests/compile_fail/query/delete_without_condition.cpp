// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this statement would change every row of its table; add .where(...), or say .all_rows()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::delete_from(pg::model<person>));
#else
    db.execute(pg::delete_from(pg::model<person>).all_rows());
#endif
}
