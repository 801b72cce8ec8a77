// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value stands beside an expression as it is, or alone as pgmodel::value(x), and is a parameter; part of the text is pgmodel::lit<x>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age> > pg::literal(5)));
#else
    db.all(pg::select<person>().where(col<&person::age> > 5));
#endif
}
