// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a function stands before what it is given: pgmodel::lower(x)
#include "../models.hpp"

#include <pgmodel/types/long_numeric.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::age>.avg()));
#else
    db.all(pg::select(pg::avg(col<&person::age>)));
#endif
}
