// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the text of this query is made when it runs
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::condition<person> c;
    (void)pg::select<person>().where(c).sql();
#else
    pg::condition<person> c;
    (void)pg::sql_text(pg::select<person>().where(c));
#endif
}
