// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column belongs to a model that is not part of the query
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().offset(col<&team::id>));
#else
    db.all(pg::select<team>().cross_join(pg::lateral(pg::select<person>().offset(col<&team::id>))));
#endif
}
