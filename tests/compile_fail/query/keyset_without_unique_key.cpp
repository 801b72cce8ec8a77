// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows that are equal in order_by() would be lost between two pages
// expect: key_in_order<person
#include "../models.hpp"
#include <pgmodel/session/keyset.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::keyset(db, pg::select<person>().order_by(col<&person::name>), 20);
#else
    pg::keyset(db, pg::select<person>().order_by(col<&person::name>, col<&person::id>), 20);
#endif
}
