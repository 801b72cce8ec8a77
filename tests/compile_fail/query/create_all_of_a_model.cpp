// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: tables are made and dropped of a registry
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.create_all(pg::model<person>);
#else
    db.create_all(pg::registry<person, team>{});
#endif
}
