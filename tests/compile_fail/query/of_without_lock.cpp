// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of(), nowait() and skip_locked() follow for_update() or another lock
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().of(pg::model<person>));
#else
    db.all(pg::select<person>().for_update().of(pg::model<person>));
#endif
}
