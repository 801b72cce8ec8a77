// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: order_by() must begin with the keys of distinct_on()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().distinct_on(col<&person::name>).order_by(col<&person::age>));
#else
    db.all(pg::select<person>().distinct_on(col<&person::name>).order_by(col<&person::name>, col<&person::age>));
#endif
}
