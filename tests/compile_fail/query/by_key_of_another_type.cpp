// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the column or expression beside it
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<team>().where(pg::by_key<team>("one")));
#else
    (void)db.all(pg::select<team>().where(pg::by_key<team>(1)));
#endif
}
