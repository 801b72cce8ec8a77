// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: WITH TIES and SKIP LOCKED cannot be used together
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().order_by(col<&person::age>).fetch_with_ties(3).for_update().skip_locked());
#else
    db.all(pg::select<person>().order_by(col<&person::age>).limit(3).for_update().skip_locked());
#endif
}
