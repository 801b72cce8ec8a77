// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: lower() and upper() take one text or range
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lower()).from(pg::model<person>));
#else
    db.all(pg::select(pg::lower(col<&person::name>)));
#endif
}
