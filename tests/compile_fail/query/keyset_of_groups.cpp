// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: keyset pages go through rows of tables
#include "../models.hpp"
#include <pgmodel/session/keyset.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::keyset(db, pg::select(col<&person::id>, pg::count()).group_by(col<&person::id>).order_by(col<&person::id>), 20);
#else
    pg::keyset(db, pg::select<person>().order_by(col<&person::name>, col<&person::id>), 20);
#endif
}
