// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a system column is the server's own, and no statement sets it
#include "../models.hpp"

#include <pgmodel/query/system_columns.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::ctid<person> = pg::tid{0, 1});
#else
    (void)(pg::ctid<person> == pg::tid{0, 1});
#endif
}
