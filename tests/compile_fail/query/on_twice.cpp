// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this join has its condition already
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::model<seat>).on(col<&seat::row> == 1).on(col<&seat::number> == 2));
#else
    db.all(pg::select<person>().join(pg::model<seat>).on(col<&seat::row> == 1 && col<&seat::number> == 2));
#endif
}
