// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the fields to write, or the key of an upsert, are template arguments
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.update(row, &person::age);
#else
    db.update<&person::age>(row);
#endif
}
