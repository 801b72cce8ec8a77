// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: ELSE of a CASE is otherwise()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::case_when(col<&person::age> > 1, "x").else_("y")));
#else
    db.all(pg::select(pg::case_when(col<&person::age> > 1, "x").otherwise("y")));
#endif
}
