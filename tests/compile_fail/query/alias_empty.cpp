// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an alias has 1 to 63 bytes
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::alias<person, "">));
#else
    db.all(pg::select(pg::alias<person, "p">));
#endif
}
