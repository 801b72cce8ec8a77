// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: using_() is said once, before the joins; name all its tables there
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::delete_from(pg::model<person>).using_(pg::model<team>).using_(pg::model<seat>).all_rows());
#else
    db.execute(pg::delete_from(pg::model<person>).using_(pg::model<team>, pg::model<seat>).all_rows());
#endif
}
