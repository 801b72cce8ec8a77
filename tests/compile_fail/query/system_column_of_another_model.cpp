// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column belongs to a model that is not part of the query
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<person>().where(pg::ctid<team> == pg::tid{0, 1}));
#else
    db.all(pg::select<person>().where(pg::ctid<person> == pg::tid{0, 1}));
#endif
}
