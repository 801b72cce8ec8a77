// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: values are compared by operators: pgmodel::col<&model::field> == value
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age>.ge(5)));
#else
    db.all(pg::select<person>().where(col<&person::age> >= 5));
#endif
}
