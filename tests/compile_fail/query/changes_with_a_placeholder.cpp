// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::changes has its values; a placeholder has no place in it
#include "../models.hpp"
#include <pgmodel/query/changes.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::changes<person> c;
    c.set(col<&person::name> = pg::arg<std::string, "name">);
#else
    pg::changes<person> c;
    c.set(col<&person::name> = "x");
#endif
}
