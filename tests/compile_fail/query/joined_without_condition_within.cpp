// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: no foreign key leads from this model to the others of the query or back
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<seat>));
#else
    (void)pg::select<remark>().left_join(pg::joined(pg::model<person>).join(pg::model<seat>).on(col<&seat::row> == col<&person::age>));
#endif
}
