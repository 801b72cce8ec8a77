// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: where NULLs stand is said by .nulls_first() and .nulls_last()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().order_by(col<&person::nick>.nullslast()));
#else
    db.all(pg::select<person>().order_by(col<&person::nick>.nulls_last()));
#endif
}
