// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a list holds values of one type: .in({1, 2})
// expect: person::name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::name>.not_in({"one", 2})));
#else
    db.all(pg::select<person>().where(col<&person::name>.not_in({"one", "two"})));
#endif
}
