// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a table can be sampled
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<team>().from(pg::tablesample(pg::subquery(pg::select<team>()), pg::bernoulli(10))));
#else
    db.all(pg::select<team>().from(pg::tablesample(pg::model<team>, pg::bernoulli(10))));
#endif
}
