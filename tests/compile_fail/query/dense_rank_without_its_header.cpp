// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: percentile_cont(), percentile_disc(), mode() and the rank of a given row have a header of their own; #include <pgmodel/expression/ordered_set.hpp>, or <pgmodel/expression/ranking.hpp> for the rank of a document
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::dense_rank(50, "Ada", 1).within_group(col<&person::age>, col<&person::name>, col<&person::id>)));
#else
    db.all(pg::select(pg::dense_rank().over()));
#endif
}
