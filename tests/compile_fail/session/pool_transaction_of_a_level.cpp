// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: what is asked of a transaction stands in braces
#include "../models.hpp"

void use([[maybe_unused]] pg::pool& pool) {
#ifdef PGMODEL_BAD
    pool.transaction([](pg::transaction& tx) { (void)tx.count<team>(); }, pg::isolation::serializable);
#else
    pool.transaction([](pg::transaction& tx) { (void)tx.count<team>(); }, {.level = pg::isolation::serializable});
    pool.transaction([](pg::transaction& tx) { (void)tx.count<team>(); }, {});
#endif
}
