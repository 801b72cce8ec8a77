// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: distinct() and distinct_on() are said once
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::name>).distinct().distinct_on(col<&person::name>));
#else
    db.all(pg::select(col<&person::name>).distinct_on(col<&person::name>, col<&person::age>));
#endif
}
