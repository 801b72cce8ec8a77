// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: mode() takes nothing; what it looks at is the key of within_group()
#include "../models.hpp"
#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::mode(col<&person::name>)));
#else
    db.all(pg::select(pg::mode().within_group(col<&person::name>)));
#endif
}
