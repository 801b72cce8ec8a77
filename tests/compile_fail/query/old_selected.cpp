// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: old() is what a row was before a statement changed it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::old(col<&team::name>)));
#else
    (void)db.all(pg::select(col<&team::name>));
#endif
}
