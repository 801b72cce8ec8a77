// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a transaction is an object, which begins it and is committed: pgmodel::transaction tx{db}
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    auto tx = db.transaction();
#else
    pg::transaction tx{db};
#endif
}
