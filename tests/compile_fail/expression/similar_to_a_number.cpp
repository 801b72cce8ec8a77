// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a text is looked for in a text; this expression is none
#include "../models.hpp"

#include <pgmodel/expression/similar_to.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::similar_to(col<&person::name>, col<&person::age>);
#else
    (void)pg::similar_to(col<&person::name>, col<&person::nick>);
#endif
}
