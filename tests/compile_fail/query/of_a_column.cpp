// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of() takes tables
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().for_update().of(col<&team::id>));
#else
    db.all(pg::select<team>().for_update().of(pg::model<team>));
#endif
}
