// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: these two expressions have different types
// expect: person::name
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::name> == col<&person::age>);
#else
    (void)(col<&person::team_id> == col<&person::age>);
#endif
}
