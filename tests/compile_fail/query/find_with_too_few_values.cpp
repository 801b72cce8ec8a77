// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: give one value for each column of the model's primary key
// expect: seat
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.find<seat>(5);
#else
    db.find<seat>(5, 6);
#endif
}
