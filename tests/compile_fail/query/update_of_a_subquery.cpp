// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows are changed in a table: pgmodel::model<...>, an alias of it, or pgmodel::only(...)
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::update(pg::subquery(pg::select<person>()));
#else
    pg::update(pg::model<person>);
#endif
}
