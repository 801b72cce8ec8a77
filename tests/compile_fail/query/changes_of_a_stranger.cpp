// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::changes speaks of its own model only; say this in set() of the statement
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::changes<person> c;
    c.set(col<&person::nick> = col<&team::name>);
#else
    pg::changes<person> c;
    c.set(col<&person::nick> = col<&person::name>);
#endif
}
