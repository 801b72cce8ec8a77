// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: percentile_cont() and percentile_disc() take a fraction, a double or a std::vector<double>; what they look at is the key of within_group()
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::percentile_cont(pg::lit<"half">).within_group(col<&person::age>)));
#else
    db.all(pg::select(pg::percentile_cont(pg::value(0.5)).within_group(col<&person::age>)));
#endif
}
