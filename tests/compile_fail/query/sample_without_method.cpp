// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: tablesample() takes how it samples
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(col<&team::name>).from(pg::tablesample(pg::model<team>, 10)));
#else
    (void)db.all(pg::select(col<&team::name>).from(pg::tablesample(pg::model<team>, pg::bernoulli(10))));
#endif
}
