// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate with within_group() is not made over windows
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::mode().within_group(col<&person::age>).over()));
#else
    db.all(pg::select(pg::mode().within_group(col<&person::age>)));
#endif
}
