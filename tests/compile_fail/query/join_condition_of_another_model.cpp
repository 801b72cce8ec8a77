// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column belongs to a model that is not part of the query
// expect: seat::row
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::model<team>, col<&seat::row> == 1));
#else
    db.all(pg::select<person>().join(pg::model<team>, col<&team::id> == 1));
#endif
}
