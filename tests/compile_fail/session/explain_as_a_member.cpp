// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a plan is asked for by pgmodel::explain(db, query)
#include "../models.hpp"

#include <pgmodel/session/explain.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.explain(pg::select<seat>());
#else
    (void)pg::explain(db, pg::select<seat>());
#endif
}
