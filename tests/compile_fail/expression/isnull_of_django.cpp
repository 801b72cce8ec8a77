// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what SQL says with IS has a name each: is_null()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(col<&person::nick>.isnull()));
#else
    db.all(pg::select<person>().where(col<&person::nick>.is_null()));
#endif
}
