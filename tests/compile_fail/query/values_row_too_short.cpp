// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: each row of values() has as many values as the struct has fields
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values<seat>(pg::row(1, 2), 3);
#else
    (void)pg::values<seat>(pg::row(1, 2), pg::row(3, 4));
#endif
}
