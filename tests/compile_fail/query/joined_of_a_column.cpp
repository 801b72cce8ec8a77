// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: joined() begins with pgmodel::model<...>, an alias or another source
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::joined(col<&person::name>);
#else
    (void)pg::joined(pg::model<person>);
#endif
}
