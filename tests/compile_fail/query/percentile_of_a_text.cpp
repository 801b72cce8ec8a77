// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: percentile_cont() is of numbers; percentile_disc() takes any type
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::percentile_cont(0.5).within_group(col<&person::name>)));
#else
    db.all(pg::select(pg::percentile_disc(0.5).within_group(col<&person::name>)));
#endif
}
