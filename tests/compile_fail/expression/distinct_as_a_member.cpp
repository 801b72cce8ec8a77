// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function stands before what it is given: pgmodel::lower(x)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::count(col<&person::age>.distinct())));
#else
    db.all(pg::select(pg::count(col<&person::age>).distinct()));
#endif
}
