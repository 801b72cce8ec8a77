// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set() takes columns with their values: pgmodel::col<&model::field> = value
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::changes<person> c;
    c.set(col<&person::name> == "x");
#else
    pg::changes<person> c;
    c.set(col<&person::name> = "x");
#endif
}
