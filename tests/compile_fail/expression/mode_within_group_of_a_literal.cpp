// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: within_group() takes what the rows of the group are sorted by, and a literal is the same in all of them
#include "../models.hpp"

#include <pgmodel/expression/ordered_set.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::mode().within_group(pg::lit<3>);
#else
    (void)pg::mode().within_group(col<&person::age>);
#endif
}
