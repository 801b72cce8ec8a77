// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this frame would end before it begins
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::count().over(pg::order_by(col<&team::id>).rows(pg::following(1), pg::current_row));
#else
    pg::count().over(pg::order_by(col<&team::id>).rows(pg::preceding(1), pg::current_row));
#endif
}
