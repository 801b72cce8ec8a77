// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with_setting() has a header of its own; #include <pgmodel/session/with_setting.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/with_setting.hpp>
#endif

void use([[maybe_unused]] pg::pool& pool) {
#ifdef PGMODEL_BAD
    pool.transaction(pg::with_setting<"app.tenant">(std::int64_t{7}), [](pg::transaction& tx) { (void)tx.count<team>(); });
#else
    pool.transaction(pg::with_setting<"app.tenant">(std::int64_t{7}), [](pg::transaction& tx) { (void)tx.count<team>(); });
#endif
}
