// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a condition is SQL, and neither true nor false in C++
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    if (col<&person::age> == 5) db.refresh(row);
#else
    if (row.age == 5) db.refresh(row);
#endif
}
