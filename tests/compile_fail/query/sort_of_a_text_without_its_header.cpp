// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: allow() and sort() have a header of their own; #include <pgmodel/query/sort.hpp>
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/query/sort.hpp>
#endif

void use([[maybe_unused]] pg::connection& db) {
    auto sorted = [](auto fields) { return pg::sort<person>("age", fields); };
#ifdef PGMODEL_BAD
    sorted(1);
#else
    db.all(pg::select<person>().order_by(sorted(pg::allow<&person::age>())));
#endif
}
