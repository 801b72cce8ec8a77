// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what is selected needs no name
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::lower(col<&person::name>).label("n")));
#else
    db.all(pg::select(pg::lower(col<&person::name>)));
#endif
}
