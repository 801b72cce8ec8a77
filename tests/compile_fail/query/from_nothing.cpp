// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() takes pgmodel::model<...>
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().from());
#else
    (void)db.all(pg::select<team>().from(pg::model<team>));
#endif
}
