// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function stands before what it is given: pgmodel::lower(x)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.lower() == "x"));
#else
    db.all(pg::select<person>().where(pg::lower(col<&person::name>) == "x"));
#endif
}
