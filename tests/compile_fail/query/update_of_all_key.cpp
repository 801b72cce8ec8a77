// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: every column of this model is part of its key
// expect: seat
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    seat s;
    db.update(s);
#else
    person p;
    db.update(p);
#endif
}
