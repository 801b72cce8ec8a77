// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::sort() is an order of the run, and that of keyset pages is part of the query
#include "../models.hpp"

#include <pgmodel/query/sort.hpp>
#include <pgmodel/session/keyset.hpp>

void run([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::keyset(db, pg::select<person>().order_by(pg::sort<person>("name", pg::allow<&person::name>()), col<&person::id>), 10);
#else
    (void)pg::keyset(db, pg::select<person>().order_by(col<&person::name>, col<&person::id>), 10);
#endif
}
