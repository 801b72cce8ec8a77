// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this model has no primary key, so a row of it cannot be found, updated or removed
// expect: remark
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.find<remark>(5);
#else
    db.find<person>(5);
#endif
}
