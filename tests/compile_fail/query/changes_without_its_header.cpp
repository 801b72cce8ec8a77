// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: changes has a header of its own; #include <pgmodel/query/changes.hpp>, or
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/changes.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    pg::changes<person> c;
    c.set(col<&person::age> = 5);
}
