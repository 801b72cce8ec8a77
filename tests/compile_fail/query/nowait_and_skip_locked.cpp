// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: nowait() and skip_locked() cannot both be said of one lock
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().for_update().nowait().skip_locked());
#else
    (void)db.all(pg::select<team>().for_update().nowait());
#endif
}
