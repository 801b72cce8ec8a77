// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the table that a statement changes is an argument
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::insert_into<person>();
#else
    (void)pg::insert_into(pg::model<person>);
#endif
}
