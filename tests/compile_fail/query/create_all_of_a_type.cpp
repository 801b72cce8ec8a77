// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: tables are made and dropped of a registry
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.create_all<team>();
#else
    db.create_all(pg::registry<team>{});
#endif
}
