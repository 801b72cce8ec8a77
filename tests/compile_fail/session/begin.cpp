// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a transaction is an object
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.begin();
    db.commit();
#else
    pg::transaction tx{db};
    tx.commit();
#endif
}
