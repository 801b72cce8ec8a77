// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: conditions are joined by && and ||, and negated by !
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::condition<person>{}.or_(col<&person::active>)));
#else
    db.all(pg::select<person>().where(pg::condition<person>{} || col<&person::active>));
#endif
}
