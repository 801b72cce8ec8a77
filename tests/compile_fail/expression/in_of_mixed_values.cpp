// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a list holds values of one type: .in({1, 2})
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::age>.in({1, "two"})));
#else
    db.all(pg::select<person>().where(col<&person::age>.in({1, 2})));
#endif
}
