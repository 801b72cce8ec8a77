// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows are written at once: db.insert(row), db.update(row), db.remove(row)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.flush();
#else
    (void)db;
#endif
}
