// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL compares rows by values that it can sort
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/types/hstore.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::row(pg::value(pg::hstore{}), col<&person::id>) < pg::row(pg::value(pg::hstore{}), 1));
#else
    (void)(pg::row(pg::value(pg::hstore{}), col<&person::id>) == pg::row(pg::value(pg::hstore{}), 1));
#endif
}
