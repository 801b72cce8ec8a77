// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a set operation takes another query, such as pgmodel::select(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().union_(pg::model<team>));
#else
    (void)db.all(pg::select<team>().union_(pg::select<team>()));
#endif
}
