// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: allow() and sort() have a header of their own; #include <pgmodel/query/sort.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/sort.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    db.all(pg::select<person>().order_by(pg::sort<person>("age", pg::allow<&person::age>())));
}
