// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: && and || take conditions
// expect: person::age
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&person::active> && col<&person::age>);
#else
    (void)(col<&person::active> && col<&person::age> != 0);
#endif
}
