// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: percentile_cont(), percentile_disc(), mode() and the rank of a given row have a header of their own; #include <pgmodel/expression/ordered_set.hpp>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::percentile_cont(0.5).within_group(col<&person::age>)));
#else
    db.all(pg::select(col<&person::age>));
#endif
}
