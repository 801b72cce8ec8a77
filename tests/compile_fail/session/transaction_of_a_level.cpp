// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what is asked of a transaction stands in braces
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.transaction([](pg::transaction& tx) { (void)tx.count<team>(); }, pg::isolation::serializable);
#else
    db.transaction([](pg::transaction& tx) { (void)tx.count<team>(); }, {.level = pg::isolation::serializable});
    db.transaction([](pg::transaction& tx) { (void)tx.count<team>(); }, {});
#endif
}
