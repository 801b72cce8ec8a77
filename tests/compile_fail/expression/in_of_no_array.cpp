// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() and not_in() take an array of values that can be compared
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.in(col<&person::age>)));
#else
    db.all(pg::select<person>().where(col<&person::name>.in(col<&person::tags>)));
#endif
}
