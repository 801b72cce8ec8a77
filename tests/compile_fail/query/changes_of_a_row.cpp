// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::changes takes one column at a time; say pgmodel::row(...) in set() of the statement
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::changes<person> c;
    c.set(pg::row(col<&person::name>, col<&person::age>) = pg::select(col<&team::name>, pg::lit<5>));
#else
    pg::changes<person> c;
    c.set(col<&person::name> = "x");
#endif
}
