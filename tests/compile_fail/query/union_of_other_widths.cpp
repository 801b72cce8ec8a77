// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: select different numbers of columns
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select(col<&team::id>).union_(pg::select(col<&team::id>, col<&team::name>)));
#else
    db.all(pg::select(col<&team::id>).union_(pg::select(col<&person::id>)));
#endif
}
