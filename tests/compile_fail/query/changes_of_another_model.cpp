// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these changes are of another model than the table that is written to
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<team>).set(pg::changes<person>()).all_rows());
#else
    db.execute(pg::update(pg::model<person>).set(pg::changes<person>()).all_rows());
#endif
}
