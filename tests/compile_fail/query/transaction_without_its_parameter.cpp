// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: transaction() runs a function that takes the transaction
#include "../models.hpp"

void use([[maybe_unused]] pg::session& db, [[maybe_unused]] person& row) {
#ifdef PGMODEL_BAD
    db.transaction([&] { db.refresh(row); });
#else
    db.transaction([&](pg::transaction& tx) { tx.refresh(row); });
#endif
}
