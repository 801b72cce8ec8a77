// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: CASE is pgmodel::case_when(
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::case_(col<&person::age> > 1, "x")));
#else
    db.all(pg::select(pg::case_when(col<&person::age> > 1, "x")));
#endif
}
