// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: an aggregate such as count() or max() has no place in where()
#include "../models.hpp"

#include <pgmodel/query/condition.hpp>

void use([[maybe_unused]] pg::connection& db) {
    pg::having_condition<person> c;
    c &= pg::count() > 3;
    auto query = pg::select(col<&person::name>).group_by(col<&person::name>);
#ifdef PGMODEL_BAD
    db.all(query.where(c));
#else
    db.all(query.having(c));
#endif
}
