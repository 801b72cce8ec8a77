// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: using_() takes pgmodel::model<...>, an alias, or a source such as pgmodel::subquery(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::delete_from(pg::model<person>).using_(col<&team::id>).all_rows());
#else
    db.execute(pg::delete_from(pg::model<person>).using_(pg::model<team>).all_rows());
#endif
}
