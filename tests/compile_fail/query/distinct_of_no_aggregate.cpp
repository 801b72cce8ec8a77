// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: distinct() is said of an aggregate
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lower(col<&person::name>).distinct()));
#else
    db.all(pg::select(pg::count(col<&person::name>).distinct()));
#endif
}
