// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: where(), joins and into() are said of each query of a set operation
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::name>).union_(pg::select(col<&team::name>)).where(col<&person::age> > 1));
#else
    db.all(pg::select(col<&person::name>).where(col<&person::age> > 1).union_(pg::select(col<&team::name>)));
#endif
}
