// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: sets() is asked of a column of another model
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::changes<person> c;
    c.sets(col<&team::name>);
#else
    pg::changes<person> c;
    c.sets(col<&person::name>);
#endif
}
