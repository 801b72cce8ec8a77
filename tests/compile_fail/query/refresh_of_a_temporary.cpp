// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: refresh() changes the row
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.refresh(person{});
#else
    db.refresh(row);
#endif
}
