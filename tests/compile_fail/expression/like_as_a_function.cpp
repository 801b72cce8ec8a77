// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this is said of an expression with a dot: x.is_null(), x.between(1, 5)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::like(col<&person::name>, "a%")));
#else
    db.all(pg::select<person>().where(col<&person::name>.like("a%")));
#endif
}
