// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&person::name>).group_by(col<&person::name>).having(col<&person::age> > 3));
#else
    db.all(pg::select(col<&person::name>).group_by(col<&person::name>).having(pg::max(col<&person::age>) > 3));
#endif
}
