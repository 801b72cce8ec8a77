// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: update of a row by its key takes the changes behind it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.update<person>(1);
#else
    db.update<person>(1, col<&person::age> = 2);
#endif
}
