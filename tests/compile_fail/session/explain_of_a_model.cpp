// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this takes a query
#include "../models.hpp"

#include <pgmodel/session/explain.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::explain(db, pg::model<team>);
#else
    pg::explain(db, pg::select<team>());
#endif
}
