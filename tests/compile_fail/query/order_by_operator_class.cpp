// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an operator class is said of an index
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().order_by(col<&person::name>.ops(pg::text_pattern_ops)));
#else
    db.all(pg::select<person>().order_by(col<&person::name>));
#endif
}
