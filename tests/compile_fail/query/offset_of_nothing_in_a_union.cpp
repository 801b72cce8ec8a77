// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: limit(), offset() and fetch_with_ties() take one number of rows each
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().union_(pg::select<team>()).offset());
#else
    (void)db.all(pg::select<team>().union_(pg::select<team>()).offset(1));
#endif
}
