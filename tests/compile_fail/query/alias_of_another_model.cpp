// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an alias is asked for a column of its model
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(pg::alias<person, "boss">[col<&team::name>]));
#else
    db.all(pg::select(pg::alias<person, "boss">[col<&person::name>]));
#endif
}
