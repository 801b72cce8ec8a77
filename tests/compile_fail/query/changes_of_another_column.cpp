// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is of another model than the table that is written to
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::changes<person> c;
    c.set(col<&team::name> = "x");
#else
    pg::changes<person> c;
    c.set(col<&person::name> = "x");
#endif
}
