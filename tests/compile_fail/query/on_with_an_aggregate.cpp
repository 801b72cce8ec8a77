// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate such as count() or max() has no place in where(), on() and filter()
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::model<team>).on(col<&team::id> == pg::max(col<&person::id>)));
#else
    db.all(pg::select<person>().join(pg::model<team>).on(col<&team::id> == col<&person::id>));
#endif
}
