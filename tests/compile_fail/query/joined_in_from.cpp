// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: from() takes pgmodel::model<...>, an alias, or a source
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select(pg::count()).from(pg::joined(pg::model<person>).join(pg::model<team>));
#else
    (void)pg::select(pg::count()).from(pg::model<person>).join(pg::model<team>);
#endif
}
