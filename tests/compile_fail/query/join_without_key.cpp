// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: no foreign key leads from this model to the others
// expect: seat
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().join(pg::model<seat>));
#else
    db.all(pg::select<person>().join(pg::model<seat>).on(col<&seat::row> == col<&person::age>));
#endif
}
