// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a numeric is exact, and a double is not; give
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.insert(person{.salary = 19.99});
#else
    (void)db.insert(person{.salary = pg::numeric<10, 2>("19.99")});
#endif
}
