// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: which tables are locked is said by of(): .for_update().of(pgmodel::model<...>)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().for_update(pg::model<person>));
#else
    db.all(pg::select<person>().for_update().of(pg::model<person>));
#endif
}
