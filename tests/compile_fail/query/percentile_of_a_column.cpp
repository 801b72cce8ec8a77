// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is neither in group_by() nor inside an aggregate
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::percentile_disc(col<&person::salary>).within_group(col<&person::age>)));
#else
    db.all(pg::select(pg::percentile_disc(col<&person::salary>).within_group(col<&person::age>)).group_by(col<&person::salary>));
#endif
}
