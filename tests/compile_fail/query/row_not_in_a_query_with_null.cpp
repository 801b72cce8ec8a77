// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: not_in() of a query that can give NULL finds nothing
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<remark>().where(pg::row(col<&remark::text>, col<&remark::text>).not_in(pg::select(col<&person::name>, col<&person::nick>))));
#else
    db.all(pg::select<remark>().where(pg::row(col<&remark::text>, col<&remark::text>).not_in(pg::select(col<&person::name>, col<&person::name>))));
#endif
}
