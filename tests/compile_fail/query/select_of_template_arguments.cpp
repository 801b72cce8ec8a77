// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what is selected are arguments, not template arguments
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<&person::name>());
#else
    db.all(pg::select(col<&person::name>));
#endif
}
