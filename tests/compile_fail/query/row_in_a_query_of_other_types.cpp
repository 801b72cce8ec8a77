// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: in() takes a query of values that can be compared with what stands before it
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<seat>().where(pg::row(col<&seat::row>, col<&seat::number>).in(pg::select(col<&person::age>, col<&person::name>))));
#else
    db.all(pg::select<seat>().where(pg::row(col<&seat::row>, col<&seat::number>).in(pg::select(col<&person::age>, col<&person::age>))));
#endif
}
