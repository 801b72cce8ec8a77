// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these changes are of another model than the table that is written to
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.update<team>(5, pg::changes<person>());
#else
    (void)db.update<person>(5, pg::changes<person>());
#endif
}
