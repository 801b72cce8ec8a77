// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: behind the size of a page keyset_query() takes a cursor, such as *page.next
#include "../models.hpp"

#include <pgmodel/session/keyset.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::keyset_page<person> page;
    (void)pg::keyset_query(pg::select<person>().order_by(col<&person::id>), 7, page.next);
#else
    pg::keyset_page<person> page;
    (void)pg::keyset_query(pg::select<person>().order_by(col<&person::id>), 7, *page.next);
#endif
}
