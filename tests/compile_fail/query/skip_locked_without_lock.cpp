// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of(), nowait() and skip_locked() follow for_update()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().skip_locked());
#else
    db.all(pg::select<person>().for_share().skip_locked());
#endif
}
