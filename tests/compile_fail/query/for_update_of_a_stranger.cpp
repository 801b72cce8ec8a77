// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of() names a table that is not part of the query
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().for_update().of(pg::model<team>));
#else
    db.all(pg::select<person>().for_update().of(pg::model<person>));
#endif
}
