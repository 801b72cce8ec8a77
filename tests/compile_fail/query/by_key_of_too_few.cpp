// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: give one value for each column of the model's primary key
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<seat>().where(pg::by_key<seat>(1)));
#else
    (void)db.all(pg::select<seat>().where(pg::by_key<seat>(1, 2)));
#endif
}
